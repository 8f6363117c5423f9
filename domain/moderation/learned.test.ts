import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isUsed, LEARNED_FROM, type Model, opinionOf, Pupil, suspicion, traits } from './learned'
import { read } from './reading'

const reading = (text: string) =>
  read({ name: 'Ada', email: 'ada@example.com', website: '', html: `<p>${text}</p>` })

function taught(spam: string[], approved: string[]): Model {
  const pupil = new Pupil()
  for (const text of spam) pupil.see(traits(reading(text)), true)
  for (const text of approved) pupil.see(traits(reading(text)), false)
  return pupil.learned()
}
const many = (count: number, text: (n: number) => string) => Array.from({ length: count }, (_, n) => text(n))
const model = taught(
  many(40, (n) => `Cheap watches and casino bonus number${n % 7}, order today`),
  many(40, (n) => `The article forgets the migration of database${n % 7}, as we found`),
)

describe('what was learned', () => {
  it('holds what reads like spam, and names the words', () => {
    expect(suspicion(model, reading('Order cheap casino watches'))).toMatch(
      /^\d\d %: .*(casino|watches|cheap)/,
    )
  })

  test.each([
    'The migration of our database took a week',
    'Something else entirely',
    '',
    'constructor __proto__',
  ])('lets %j be', (text) => {
    expect(suspicion(model, reading(text))).toBeNull()
  })

  it('is unsure where the words contradict each other', () => {
    const { probability } = opinionOf(model, traits(reading('The migration of casino watches, as we found')))
    expect(probability).toBeGreaterThan(0.05)
    expect(probability).toBeLessThan(0.95)
  })

  it('is not gone by before there is enough of either kind', () => {
    const few = taught(
      many(500, () => 'casino watches'),
      many(LEARNED_FROM - 1, () => 'fine words'),
    )
    expect(isUsed(few)).toBe(false)
    expect(suspicion(few, reading('casino watches'))).toBeNull()
  })

  it('forgets what stood in one comment alone', () => {
    expect(Object.keys(model.words)).not.toContain('ada lovelace')
    expect(taught(['unique zebra'], ['another lion']).words).not.toHaveProperty('zebra')
  })
})

test('an opinion is a probability, whatever was taught and is asked', () => {
  const word = fc.stringMatching(/^[a-e]{2,3}$/)
  const said = fc.array(word, { maxLength: 30 })
  fc.assert(
    fc.property(fc.array(fc.tuple(said, fc.boolean()), { maxLength: 20 }), said, (lessons, asked) => {
      const pupil = new Pupil()
      for (const [words, isSpam] of lessons) pupil.see([...new Set(words)], isSpam)
      const { probability } = opinionOf(pupil.learned(), [...new Set(asked)])
      expect(probability).toBeGreaterThanOrEqual(0)
      expect(probability).toBeLessThanOrEqual(1)
    }),
  )
})
