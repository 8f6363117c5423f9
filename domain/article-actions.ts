import type { Actor } from './actor'
import { actorMay } from './actor'
import type { Publication } from './articles'
import { isPublic } from './articles'
import type { Capability } from './roles'

export const ARTICLE_ACTIONS = [
  'save',
  'publish',
  'update',
  'schedule',
  'unpublish',
  'change-date',
  'change-slug',
  'set-discussion',
  'set-badge',
] as const
export type ArticleAction = (typeof ARTICLE_ACTIONS)[number]

/** What decides about the actions on one article. */
export type ArticleFacts = Publication & {
  own: boolean
  everPublished: boolean
  hasTitle: boolean
  hasBody: boolean
  /** The draft is not what is published. */
  hasChanges: boolean
}

/** Why an action is not possible, as a button says it. */
export const ACTION_REFUSALS = {
  forbidden: 'Your role may not do this.',
  'no-title': 'Write a title first.',
  'no-body': 'Write something first: the body is empty.',
  public: 'It is public already.',
  'not-public': 'It is not public yet.',
  'not-published': 'It is not published.',
  unchanged: 'Nothing has changed since it was published.',
} as const
export type ActionRefusal = keyof typeof ACTION_REFUSALS

type Check = (facts: ArticleFacts, now: Date) => ActionRefusal | null

const title: Check = ({ hasTitle }) => (hasTitle ? null : 'no-title')
const body: Check = ({ hasBody }) => (hasBody ? null : 'no-body')
const notPublic: Check = (facts, now) => (isPublic(facts, now) ? 'public' : null)
const alreadyPublic: Check = (facts, now) => (isPublic(facts, now) ? null : 'not-public')
const published: Check = ({ state }) => (state === 'published' ? null : 'not-published')
const changed: Check = ({ hasChanges }) => (hasChanges ? null : 'unchanged')

const RULES: Record<ArticleAction, { capability: Capability; checks: Check[] }> = {
  save: { capability: 'write', checks: [] },
  publish: { capability: 'publish', checks: [notPublic, title, body] },
  update: { capability: 'publish', checks: [alreadyPublic, title, body, changed] },
  schedule: { capability: 'publish', checks: [notPublic, title, body] },
  unpublish: { capability: 'publish', checks: [published] },
  'change-date': { capability: 'publish', checks: [published] },
  'change-slug': { capability: 'write', checks: [] },
  'set-discussion': { capability: 'set-discussion', checks: [] },
  'set-badge': { capability: 'publish', checks: [] },
}

/** The reason why an actor may not do something to an article now; null where it may. Asked by buttons and verbs alike. */
export function refusalOf(
  action: ArticleAction,
  actor: Actor,
  facts: ArticleFacts,
  now: Date,
): ActionRefusal | null {
  const { capability, checks } = RULES[action]
  if (!actorMay(actor, capability, facts)) return 'forbidden'
  for (const check of checks) {
    const refusal = check(facts, now)
    if (refusal) return refusal
  }
  return null
}

export type Actions = Record<ArticleAction, ActionRefusal | null>

export function actionsOf(actor: Actor, facts: ArticleFacts, now: Date): Actions {
  const of = (action: ArticleAction) => refusalOf(action, actor, facts, now)
  return {
    save: of('save'),
    publish: of('publish'),
    update: of('update'),
    schedule: of('schedule'),
    unpublish: of('unpublish'),
    'change-date': of('change-date'),
    'change-slug': of('change-slug'),
    'set-discussion': of('set-discussion'),
    'set-badge': of('set-badge'),
  }
}
