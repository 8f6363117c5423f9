import type { DiscussionMode } from './choices'
import { type ClosingPolicy, type DiscussionFacts, type DiscussionState, discussionState } from './state'

/** Something that was changed by somebody, and how it was before. */
export type Change = {
  at: Date
  actor: string
  reason: string
  what: 'choice' | 'switches' | 'mode' | 'publication' | 'policy'
  /** Where the mode was changed: what it became; null follows the site. */
  mode?: DiscussionMode | null
  before: { facts?: Partial<DiscussionFacts>; policy?: Partial<ClosingPolicy> }
}

/** Something that happened to a discussion: by the clock, or by what somebody changed. `state` is what came of it. */
export type Event = {
  at: Date
  became: 'open' | 'closed' | 'changed'
  by: Pick<Change, 'actor' | 'reason' | 'what' | 'mode'> | null
  state: DiscussionState
}

/**
 * What happened to a discussion, the newest first. What people changed is in the journal; what the clock did is worked
 * out by taking those changes back, one after another, and asking the rule what held in between.
 * `changes` run from the newest.
 */
export function historyOf(
  now: { facts: DiscussionFacts; policy: ClosingPolicy; at: Date },
  changes: Change[],
): Event[] {
  const events: Event[] = []
  let { facts, policy } = now
  let until = now.at
  for (const change of changes) {
    const after = discussionState(known(facts, change.at), policy, change.at)
    events.push(...byClock(facts, policy, { from: change.at, until }))
    facts = { ...facts, ...change.before.facts }
    policy = { ...policy, ...change.before.policy }
    until = change.at
    const before = discussionState(known(facts, change.at), policy, change.at)
    const became = becameOf(before, after, change.what)
    if (became) events.push({ at: change.at, became, by: change, state: after })
  }
  const born = facts.publishAt
  if (born && born < until) events.push(...byClock(facts, policy, { from: born, until }))
  return events
}

/** The instants between two changes at which the clock opened or closed it, the newest first. */
function byClock(
  facts: DiscussionFacts,
  policy: ClosingPolicy,
  { from, until }: { from: Date; until: Date },
): Event[] {
  const events: Event[] = []
  // what was scheduled has no discussion before it appears
  const start = facts.publishAt && facts.publishAt > from ? facts.publishAt : from
  let state = discussionState(known(facts, until), policy, start)
  for (let next = state.changesAt; next && next <= until; next = state.changesAt) {
    state = discussionState(known(facts, until), policy, next)
    events.unshift({ at: next, became: state.state === 'open' ? 'open' : 'closed', by: null, state })
  }
  return events
}

// what was only written afterwards had no part in it
const known = (facts: DiscussionFacts, until: Date): DiscussionFacts => ({
  ...facts,
  renewedAt: facts.renewedAt && facts.renewedAt <= until ? facts.renewedAt : null,
  lastCommentAt: facts.lastCommentAt && facts.lastCommentAt <= until ? facts.lastCommentAt : null,
})

function becameOf(
  before: DiscussionState,
  after: DiscussionState,
  what: Change['what'],
): Event['became'] | null {
  if (before.reason === 'not-public' || after.reason === 'not-public') return isOwn(what) ? 'changed' : null
  if (before.state !== after.state) return after.state
  return isOwn(what) ? 'changed' : null
}

const isOwn = (what: Change['what']) => what === 'choice' || what === 'switches' || what === 'mode'
