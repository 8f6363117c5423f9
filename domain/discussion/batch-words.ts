import { type BatchAct, isModeAct } from './batch-acts'
import type { BatchState } from './batches'
import type { DiscussionMode } from './choices'
import { MODE_NAMES } from './mode-words'

type Words = {
  /** In the list of what can be done. */
  name: string
  /** What stands before and after the number of articles: of what it would do, what it did, and on the button. */
  would: [string, string]
  did: [string, string]
  button: [string, string]
}

const asMode = (name: string): Words => ({
  name: `New comments: ${name}`,
  would: ['Changes', `: ${name}`],
  did: ['Changed', `: ${name}`],
  button: ['Change', ''],
})
const modeName = (mode: DiscussionMode) => MODE_NAMES[mode].toLowerCase()

const WORDS: Record<BatchAct, Words> = {
  close: { name: 'Close', would: ['Closes', ''], did: ['Closed', ''], button: ['Close', ''] },
  reopen: { name: 'Reopen', would: ['Reopens', ''], did: ['Reopened', ''], button: ['Reopen', ''] },
  follow: {
    name: "Follow the site's policy",
    would: ['Leaves', " to the site's policy"],
    did: ['Left', ' to the policy'],
    button: ['Leave', ' to the policy'],
  },
  'mode-site': asMode('as the site has them'),
  'mode-open': asMode(modeName('open')),
  'mode-hold-first': asMode(modeName('hold-first')),
  'mode-hold-all': asMode(modeName('hold-all')),
  'mode-confirmed': asMode(modeName('confirmed')),
}

export const actName = (act: BatchAct): string => WORDS[act].name

const number = (value: number) => value.toLocaleString('en-GB')
const articles = (count: number) => `${number(count)} ${count === 1 ? 'article' : 'articles'}`

/** `Closes 132 articles, 5 of them active this week.` */
export function dryRunInWords(act: BatchAct, count: number, active: number): string {
  const [verb, rest] = WORDS[act].would
  if (count === 0) return `${verb} nothing: no article is chosen that this would change.`
  const lately = active === 0 ? 'none' : number(active)
  return `${verb} ${articles(count)}${rest}${isModeAct(act) ? ';' : ','} ${lately} of them active this week.`
}

/** On the button that gives the order. */
export function orderInWords(act: BatchAct, count: number): string {
  const [verb, rest] = WORDS[act].button
  return `${verb} ${articles(count)}${rest}`
}

type Told = { order: { act: BatchAct }; state: BatchState; changed: number; restored: number }

/** What became of an order so far. */
export function batchInWords({ order: { act }, state, changed, restored }: Told): string {
  const [verb, rest] = WORDS[act].did
  const what = `${verb} ${articles(changed)}${rest}`
  if (state === 'running') return `${what} so far, still at work.`
  if (state === 'done') return `${what}.`
  const back = `${number(restored)} taken back`
  return state === 'undoing' ? `${what}; ${back} so far, still at work.` : `${what}; ${back}.`
}
