type Item = { host: string }

/**
 * Works on what is due, so many at once, and takes no more in hand when the time is over. `take` is asked for at most
 * `limit`, and told which hosts are in hand.
 */
export async function workOnSeveral<T extends Item>({
  atOnce,
  forMs,
  take,
  work,
}: {
  atOnce: number
  forMs: number
  take: (limit: number, busy: string[]) => Promise<T[]>
  work: (item: T) => Promise<void>
}): Promise<void> {
  const inHand = new Map<Promise<void>, string>()
  const end = performance.now() + forMs
  while (performance.now() < end) {
    for (const item of await take(atOnce - inHand.size, [...inHand.values()])) {
      const working = work(item).finally(() => inHand.delete(working))
      inHand.set(working, item.host)
    }
    if (inHand.size === 0) break
    await Promise.race(inHand.keys())
  }
  await Promise.all(inHand.keys())
}
