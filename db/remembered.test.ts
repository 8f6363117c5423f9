import { describe, expect, it } from 'vitest'
import { transact } from './client'
import { readBy } from './fixtures'
import { whileItHolds } from './remembered'
import { freshDatabase } from './testing'
import { holdsUntil, touches, tracks } from './touches'

freshDatabase()

const noon = new Date('2026-03-26T12:00:00Z')
const later = (ms: number) => new Date(noon.getTime() + ms)
const touch = (tag: string) => transact((tx) => touches(tx, tag))

describe('an answer that is asked for by many renders', () => {
  let asked = 0
  const ask = (now = noon) =>
    whileItHolds('an answer', now, async () => {
      tracks('a', 'b')
      holdsUntil(later(1_000))
      return Promise.resolve(++asked)
    })

  it('is asked for once, and each of them knows what it read', async () => {
    asked = 0
    await readBy(ask)
    const { result, reading } = await readBy(() => ask(later(999)))
    expect(result).toBe(1)
    expect([...reading.tags]).toEqual(['a', 'b'])
    expect(reading.holdsUntil).toEqual(later(1_000))
  })

  it('is asked for again after a commit that touched what it read, and after no other', async () => {
    asked = 0
    await touch('a')
    expect((await readBy(ask)).result).toBe(1)
    await touch('c')
    expect((await readBy(ask)).result).toBe(1)
    await touch('b')
    expect((await readBy(ask)).result).toBe(2)
  })

  it('is asked for again at its instant, and at one before it was asked', async () => {
    await touch('a')
    asked = 0
    await readBy(ask)
    expect((await readBy(() => ask(later(1_000)))).result).toBe(2)
    expect((await readBy(() => ask(later(-1)))).result).toBe(3)
  })

  it('that a commit overtook is asked for again', async () => {
    let times = 0
    const overtaken = () =>
      whileItHolds('overtaken', noon, async () => {
        tracks('slow')
        times++
        if (times === 1) await touch('slow')
        return times
      })
    await readBy(overtaken)
    expect((await readBy(overtaken)).result).toBe(2)
    expect((await readBy(overtaken)).result).toBe(2)
  })

  it('is not kept where asking failed', async () => {
    const failing = () => whileItHolds('failing', noon, () => Promise.reject(new Error('Locked')))
    await expect(readBy(failing)).rejects.toThrow('Locked')
    expect((await readBy(() => whileItHolds('failing', noon, () => Promise.resolve('well')))).result).toBe(
      'well',
    )
  })

  it('is asked for each time outside of renders', async () => {
    asked = 0
    await ask()
    expect(await ask()).toBe(2)
  })
})
