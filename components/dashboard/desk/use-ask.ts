import { useState, useTransition } from 'react'

/** Gives commands of which something is to be said afterwards; `''` where nothing is. */
export function useAsk() {
  const [said, setSaid] = useState('')
  const [isPending, startTransition] = useTransition()
  const ask = (command: () => Promise<string>) => startTransition(async () => setSaid(await command()))
  return { said, isPending, ask }
}
