'use client'

import { useLayoutEffect, useRef } from 'react'

const GAP = 8
const EDGE = 12

/** Keeps an element beside a box of the page that moves as the page scrolls; out of sight where the box is. */
export function useAnchor<T extends HTMLElement>(boxOf: () => DOMRect | null) {
  const element = useRef<T>(null)
  useLayoutEffect(() => {
    let frame = 0
    const place = () => {
      const box = boxOf()
      const card = element.current
      if (!card) return
      const isSeen = box !== null && box.bottom > 0 && box.top < innerHeight
      card.style.visibility = isSeen ? 'visible' : 'hidden'
      if (!box) return
      const { width, height } = card.getBoundingClientRect()
      const isBelow = box.bottom + GAP + height < innerHeight - EDGE || box.top - GAP - height < EDGE
      card.style.top = `${isBelow ? box.bottom + GAP : box.top - GAP - height}px`
      card.style.left = `${Math.max(EDGE, Math.min(box.left, innerWidth - width - EDGE))}px`
    }
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(place)
    }
    place()
    addEventListener('scroll', later, { capture: true, passive: true })
    addEventListener('resize', later)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', later, { capture: true })
      removeEventListener('resize', later)
    }
  })
  return element
}
