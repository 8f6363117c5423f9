import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Saved, thin } from './thinning'

const NOW = new Date('2026-03-20T12:00:00Z')
const HOUR = 3_600_000
const DAY = 24 * HOUR
const ago = (ms: number) => new Date(NOW.getTime() - ms)

/** Saves of such ages, from the oldest to the newest. */
const saves = (...ages: number[]): Saved[] =>
  ages.toSorted((a, b) => b - a).map((age, i) => ({ id: i + 1, createdAt: ago(age), kept: false }))
const agesLeft = (all: Saved[]) => {
  const { drop } = thin(all, NOW)
  return all.filter(({ id }) => !drop.includes(id)).map(({ createdAt }) => NOW.getTime() - +createdAt)
}

describe('saves', () => {
  test('of the last 24 hours all stay', () => {
    const ages = [DAY - 1, DAY - 2, 60_000, 1_000, 0]
    expect(agesLeft(saves(...ages))).toEqual(ages)
  })

  test('that are older leave the last of each hour', () => {
    expect(agesLeft(saves(DAY, DAY + 1, DAY + HOUR - 1, DAY + HOUR, DAY + HOUR + 1))).toEqual([
      DAY + HOUR + 1,
      DAY + 1,
      DAY,
    ])
  })

  test('that are older than a week leave the last of each day', () => {
    const noon = 8 * DAY
    expect(agesLeft(saves(noon - 11 * HOUR, noon, noon + 11 * HOUR, noon + 13 * HOUR))).toEqual([
      noon + 13 * HOUR,
      noon - 11 * HOUR,
    ])
  })

  test('that readers were given stay for good', () => {
    const all = saves(30 * DAY, 30 * DAY + 1, 30 * DAY + 2).map((save) => ({ ...save, kept: save.id === 1 }))
    expect(agesLeft(all)).toEqual([30 * DAY + 2, 30 * DAY])
  })
})

test('there is no next time once everything is settled', () => {
  expect(thin(saves(8 * DAY, 20 * DAY), NOW).again).toBeNull()
  expect(thin(saves(8 * DAY - 1, 20 * DAY), NOW).again).toEqual(ago(-DAY))
  expect(thin([], NOW).again).toBeNull()
})

const anySaves = fc
  .array(fc.record({ age: fc.integer({ min: 0, max: 12 * 24 * 60 }), kept: fc.boolean() }), { maxLength: 60 })
  .map((all) =>
    all
      .toSorted((a, b) => b.age - a.age)
      .map(({ age, kept }, i): Saved => ({ id: i + 1, createdAt: ago(age * 60_000), kept })),
  )

test('the newest save and all that are kept stay, and thinning again finds nothing more', () =>
  fc.assert(
    fc.property(anySaves, (all) => {
      const { drop } = thin(all, NOW)
      const left = all.filter(({ id }) => !drop.includes(id))
      expect(left.at(-1)).toEqual(all.at(-1))
      expect(left.filter(({ kept }) => kept)).toEqual(all.filter(({ kept }) => kept))
      expect(thin(left, NOW).drop).toEqual([])
    }),
  ))

test('thinning every day leaves what thinning once would have left', () =>
  fc.assert(
    fc.property(anySaves, (all) => {
      const at = (days: number) => new Date(NOW.getTime() + days * DAY)
      let left = all
      for (let day = 0; day <= 10; day++) {
        const { drop } = thin(left, at(day))
        left = left.filter(({ id }) => !drop.includes(id))
      }
      const once = thin(all, at(10))
      expect(left.map(({ id }) => id)).toEqual(
        all.map(({ id }) => id).filter((id) => !once.drop.includes(id)),
      )
    }),
  ))
