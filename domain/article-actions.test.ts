import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readerActor, staffActor, systemActor } from './actor'
import type { ArticleAction, ArticleFacts } from './article-actions'
import { ACTION_REFUSALS, ARTICLE_ACTIONS, actionsOf } from './article-actions'
import { ARTICLE_STATES } from './articles'
import { ROLES } from './roles'

const now = new Date('2026-02-01T09:00:00Z')
const [past, future] = [new Date(now.getTime() - 1), new Date(now.getTime() + 1)]

const facts = (changes: Partial<ArticleFacts>): ArticleFacts => ({
  state: 'draft',
  publishAt: null,
  own: true,
  everPublished: false,
  hasTitle: true,
  hasBody: true,
  hasChanges: true,
  ...changes,
})

const CASES: [string, ArticleFacts, Partial<Record<ArticleAction, string | null>>][] = [
  ['a draft', facts({}), { publish: null, schedule: null, update: 'not-public', unpublish: 'not-published' }],
  [
    'a draft without title',
    facts({ hasTitle: false }),
    { publish: 'no-title', schedule: 'no-title', save: null },
  ],
  ['a draft without body', facts({ hasBody: false }), { publish: 'no-body', schedule: 'no-body' }],
  [
    'a scheduled article',
    facts({ state: 'published', publishAt: future }),
    { publish: null, schedule: null, update: 'not-public', unpublish: null },
  ],
  [
    'a public article with changes',
    facts({ state: 'published', publishAt: past }),
    { publish: 'public', schedule: 'public', update: null, unpublish: null },
  ],
  [
    'a public article from the instant of its publication on',
    facts({ state: 'published', publishAt: now, hasChanges: false }),
    { publish: 'public', update: 'unchanged' },
  ],
  [
    'an article that was taken back',
    facts({ state: 'unpublished', publishAt: past, hasChanges: false }),
    { publish: null, schedule: null, update: 'not-public', unpublish: 'not-published' },
  ],
]

test.each(CASES)('%s', (_what, article, expected) => {
  expect(actionsOf(systemActor('test'), article, now)).toMatchObject(expected)
})

describe('for all articles and actors', () => {
  const anyFacts = fc.record<ArticleFacts>({
    state: fc.constantFrom(...ARTICLE_STATES),
    publishAt: fc.constantFrom(null, past, now, future),
    own: fc.boolean(),
    everPublished: fc.boolean(),
    hasTitle: fc.boolean(),
    hasBody: fc.boolean(),
    hasChanges: fc.boolean(),
  })
  const anyActor = fc.oneof(
    fc.constant(systemActor('test')),
    fc.constant(readerActor(null)),
    fc
      .constantFrom(...ROLES)
      .map((role) => staffActor({ accountId: 1, personId: 1, name: 'Somebody', role })),
  )

  test('every refusal has its sentence, and a reader is refused everything', () => {
    fc.assert(
      fc.property(anyActor, anyFacts, (actor, article) => {
        const actions = actionsOf(actor, article, now)
        for (const action of ARTICLE_ACTIONS) {
          const refusal = actions[action]
          if (refusal) expect(ACTION_REFUSALS[refusal]).toMatch(/\.$/)
          if (actor.kind === 'reader') expect(refusal).toBe('forbidden')
        }
      }),
    )
  })

  test('nothing is to be published and updated at once', () => {
    fc.assert(
      fc.property(anyFacts, (article) => {
        const { publish, update } = actionsOf(systemActor('test'), article, now)
        expect(publish === null && update === null).toBe(false)
      }),
    )
  })
})
