import { useEffect, useRef, useState } from 'react'
import { COMMENT_STATES } from '@/domain/comments/states'
import type { Elsewhere } from './state'

const ASK_AGAIN_MS = 20_000

type News = { arrived: number; changed: Elsewhere[] }

// by hand: a schema would ask the browser for `eval`, which the policy refuses and reports
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isElsewhere = (value: unknown): value is Elsewhere =>
  isRecord(value) &&
  typeof value.id === 'number' &&
  COMMENT_STATES.some((state) => state === value.state) &&
  [value.by, value.when].every((text) => text === null || typeof text === 'string')

/** null for an answer of another shape, such as that of another build. */
function newsIn(answer: unknown): News | null {
  if (!isRecord(answer) || typeof answer.arrived !== 'number' || !Array.isArray(answer.changed)) return null
  const changed: unknown[] = answer.changed
  return changed.every(isElsewhere) ? { arrived: answer.arrived, changed } : null
}

/** How many comments arrived since, asked now and then while somebody looks; tells what others decided meanwhile. */
export function useNews(address: () => string, onElsewhere: (elsewhere: Elsewhere) => void): number {
  const [arrived, setArrived] = useState(0)
  const latest = useRef({ address, onElsewhere })
  useEffect(() => {
    latest.current = { address, onElsewhere }
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const ask = async () => {
      clearTimeout(timer)
      if (isOver || document.hidden) return
      const response = await fetch(latest.current.address()).catch(() => null)
      // signed out, or no longer allowed: the next click says so
      if (isOver || response?.status === 401 || response?.status === 403) return
      const news = response?.ok ? newsIn(await response.json().catch(() => null)) : null
      if (news) {
        setArrived(news.arrived)
        news.changed.forEach(latest.current.onElsewhere)
      }
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), ASK_AGAIN_MS)
    }
    const onVisible = () => void ask()
    document.addEventListener('visibilitychange', onVisible)
    timer = setTimeout(() => void ask(), ASK_AGAIN_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [])
  return arrived
}
