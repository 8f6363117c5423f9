import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Asks for the page again every so often while something is at work. */
export function useRefreshing(isAtWork: boolean, everyMs = 2_000): void {
  const router = useRouter()
  useEffect(() => {
    if (!isAtWork) return
    const timer = setInterval(() => router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [isAtWork, everyMs, router])
}
