import type { BatchAct, BatchState } from './batches'

export const ACT_NAMES: Record<BatchAct, string> = {
  close: 'Close',
  reopen: 'Reopen',
  follow: "Follow the site's policy",
}

const THIRD_PERSON: Record<BatchAct, [verb: string, rest: string]> = {
  close: ['Closes', ''],
  reopen: ['Reopens', ''],
  follow: ['Leaves', " to the site's policy"],
}

const PAST: Record<BatchAct, string> = { close: 'Closed', reopen: 'Reopened', follow: 'Left to the policy:' }

const number = (value: number) => value.toLocaleString('en-GB')
const articles = (count: number) => `${number(count)} ${count === 1 ? 'article' : 'articles'}`

/** `Closes 132 articles, 5 of them active this week.` */
export function dryRunInWords(act: BatchAct, count: number, active: number): string {
  const [verb, rest] = THIRD_PERSON[act]
  if (count === 0) return `${verb} nothing: no article is chosen that this would change.`
  const lately = active === 0 ? 'none' : number(active)
  return `${verb} ${articles(count)}${rest}, ${lately} of them active this week.`
}

type Told = { order: { act: BatchAct }; state: BatchState; changed: number; restored: number }

/** What became of an order so far. */
export function batchInWords({ order: { act }, state, changed, restored }: Told): string {
  const what = `${PAST[act]} ${articles(changed)}`
  if (state === 'running') return `${what} so far, still at work.`
  if (state === 'done') return `${what}.`
  const back = `${number(restored)} taken back`
  return state === 'undoing' ? `${what}; ${back} so far, still at work.` : `${what}; ${back}.`
}
