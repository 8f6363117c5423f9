import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { COMMENT_STATES } from '@/domain/comments/states'
import type { Elsewhere } from './state'

const ASK_AGAIN_MS = 20_000

const answer = z.object({
  arrived: z.int(),
  changed: z.array(
    z.object({
      id: z.int(),
      state: z.enum(COMMENT_STATES),
      by: z.string().nullable(),
      when: z.string().nullable(),
    }),
  ),
})

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
      const news = response?.ok ? answer.safeParse(await response.json().catch(() => null)) : null
      if (news?.success) {
        setArrived(news.data.arrived)
        news.data.changed.forEach(latest.current.onElsewhere)
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
