import { describe, expect, it } from 'vitest'
import { PARTS } from './check'
import { RULES } from './rules'
import { rulesPage } from './table'
import { shareOf } from './total'

describe('the rules of the score', () => {
  it('are the ones that docs/score.md tells of; `npm run score-rules` writes it', async () => {
    await expect(rulesPage()).toMatchFileSnapshot('../../docs/score.md')
  })

  it.each(PARTS)('weigh 100 together in %s', (part) => {
    const weights = RULES.filter((rule) => rule.part === part).map(({ weight }) => weight)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100)
  })

  it('are each worth at most 15 of the total', () => {
    const whole = { search: 100, readability: 100, integrity: 100 }
    for (const { part, weight } of RULES) expect(weight * shareOf(part, whole)).toBeLessThanOrEqual(15)
  })

  it('have ids of their own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
  })
})
