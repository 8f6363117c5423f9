import { expect, test } from 'vitest'
import { batchInWords, dryRunInWords, orderInWords } from './batch-words'

test.each([
  [dryRunInWords('close', 132, 5), 'Closes 132 articles, 5 of them active this week.'],
  [dryRunInWords('reopen', 1, 0), 'Reopens 1 article, none of them active this week.'],
  [
    dryRunInWords('follow', 1200, 0),
    "Leaves 1,200 articles to the site's policy, none of them active this week.",
  ],
  [
    dryRunInWords('mode-hold-all', 3, 1),
    'Changes 3 articles: hold every comment of a guest; 1 of them active this week.',
  ],
  [orderInWords('follow', 2), 'Leave 2 articles to the policy'],
  [dryRunInWords('close', 0, 0), 'Closes nothing: no article is chosen that this would change.'],
])('%s', (said, expected) => expect(said).toBe(expected))

test.each([
  ['running', 'Closed 250 articles so far, still at work.'],
  ['done', 'Closed 250 articles.'],
  ['undoing', 'Closed 250 articles; 20 taken back so far, still at work.'],
  ['undone', 'Closed 250 articles; 20 taken back.'],
] as const)('an order that is %s', (state, sentence) =>
  expect(batchInWords({ order: { act: 'close' }, state, changed: 250, restored: 20 })).toBe(sentence),
)
