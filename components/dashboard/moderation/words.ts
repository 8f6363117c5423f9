import type { CommentState } from '@/domain/comments/states'
import type { BatchState } from '@/domain/discussion/batches'
import type { Elsewhere } from './state'

export const STATE_NAMES: Record<CommentState, string> = {
  held: 'Held',
  published: 'Published',
  spam: 'Spam',
  removed: 'Removed',
}

/** What has become of a comment, as a sentence goes on after `it`. */
export const IS_NOW: Record<CommentState, string> = {
  published: 'is public',
  held: 'is held',
  spam: 'is spam',
  removed: 'is removed',
}

/** `Ada decided first, 7 April, 09:14: it is spam now.` */
export function decidedElsewhere({ state, by, when }: Elsewhere): string {
  const at = when === null ? '' : `, ${when}`
  return `${by ?? 'Somebody else'} decided first${at}: it ${IS_NOW[state]} now.`
}

export const CHANGED_BY_AUTHOR =
  'Left alone: its author changed it meanwhile. Open the page again to read it.'

const DONE_MANY: Record<CommentState, string> = {
  published: 'approved',
  held: 'held',
  spam: 'put with the spam',
  removed: 'removed',
}

export const commentsInNumber = (count: number) =>
  count === 1 ? '1 comment' : `${count.toLocaleString('en-GB')} comments`

/** `5 comments removed. 1 had changed meanwhile: it was left alone.` */
export function doneManyInWords(done: number, changed: number, to: CommentState): string {
  const left = changed === 1 ? 'it was left alone' : 'they were left alone'
  const others = changed === 0 ? '' : ` ${changed} had changed meanwhile: ${left}.`
  return `${commentsInNumber(done)} ${DONE_MANY[to]}.${others}`
}

/** `Taken back for 4 comments. 1 was left as somebody decided since.` */
export function undoneManyInWords(
  now: readonly { state: CommentState }[],
  from: CommentState | undefined,
): string {
  const restored = now.filter(({ state }) => state === from).length
  const left = now.length - restored
  const others = left === 0 ? '' : ` ${left} ${left === 1 ? 'was' : 'were'} left as somebody decided since.`
  return `Taken back for ${commentsInNumber(restored)}.${others}`
}

/** What became of an order about many, so far. */
export function orderInWords({ to, changed, ordered, restored, state }: OrderTold): string {
  const left = ordered - changed
  const what = `${commentsInNumber(changed)} ${DONE_MANY[to]}`
  if (state === 'running') return `${what} of ${ordered.toLocaleString('en-GB')} so far, still at work.`
  const others = left === 0 ? '' : `; ${left.toLocaleString('en-GB')} left alone: they had changed meanwhile`
  if (state === 'done') return `${what}${others}.`
  const back = `${restored.toLocaleString('en-GB')} taken back`
  return state === 'undoing' ? `${what}; ${back} so far, still at work.` : `${what}; ${back}.`
}
type OrderTold = {
  to: CommentState
  changed: number
  ordered: number
  restored: number
  state: BatchState
}
