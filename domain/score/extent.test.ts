import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { article, RIVER_TRUST } from './fixtures'
import { score } from './score'

describe('a text that says little', () => {
  const words = RIVER_TRUST.replace(/[#[\]()-]/g, ' ').split(/\s+/)
  const first = (count: number) => score(article(words.slice(0, count).join(' ')))

  it('earns nothing where there is none, however good its title is', () => {
    for (const markdown of ['', '\u200b', '## ', '```\nconst a = 1\n```'])
      expect(score(article(markdown))).toMatchObject({ total: 0, search: 0, readability: null, integrity: 0 })
    const [evidence] = score(article('')).checks.find(({ id }) => id === 'enough-text')?.evidence ?? []
    expect(evidence?.why).toContain('There is no text')
  })

  it('earns a share of what a whole one earns, and the rest by saying more', () => {
    const totals = [1, 10, 20, 30, 40, 50].map((count) => first(count).total)
    expect(totals[0]).toBeLessThanOrEqual(3)
    expect(totals).toEqual(totals.toSorted((a, b) => a - b))
    expect(totals.at(-1)).toBeGreaterThan(60)
  })

  it('gains nothing by saying it again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), (times) => {
        const said = 'A river trust counts its fish with lamps at night.'
        const again = score(article(Array.from({ length: times }, () => said).join(' ')))
        expect(again.total).toBeLessThanOrEqual(score(article(said)).total)
      }),
      { numRuns: 20 },
    )
  })

  it('is no shorter for being written without spaces', () => {
    const chinese =
      '每天晚上十点，十一个人划着船出去数鱼。他们用灯照着河水，两个小时里谁也不说话。这样的统计在山谷里只有一个。'.repeat(
        1,
      )
    expect(
      score(
        article(
          `${chinese}镇上的人第一次知道，老磨坊下面的墙挡住了小鱼的去路。第二年春天，墙上开了一个口子，鱼就多了一倍。没有人说这是成功，统计还要继续十年。`,
        ),
      ).integrity,
    ).toBe(100)
  })
})
