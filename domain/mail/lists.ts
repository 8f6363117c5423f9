import { reachOf, type Role } from '../roles'

/** What is sent again and again, and so can be ended: answers to a reader, digests to an account of staff. */
export const MAIL_LISTS = ['replies', 'held', 'closed'] as const
export type MailList = { kind: (typeof MAIL_LISTS)[number]; id: number }

/** What stands in the token of a link that ends a list. */
export const listText = ({ kind, id }: MailList) => `${kind}:${id}`

export function readList(text: string | null): MailList | null {
  const [name, digits = ''] = text?.split(':') ?? []
  const kind = MAIL_LISTS.find((each) => each === name)
  return kind && /^\d{1,15}$/.test(digits) ? { kind, id: Number(digits) } : null
}

export const LIST_NAMES: Record<MailList['kind'], string> = {
  replies: 'answers to your comments',
  held: 'comments that wait for an editor',
  closed: 'discussions that closed',
}

/** What staff are told together, at most so often: whom it concerns follows from their role. */
export type Digest = Exclude<MailList['kind'], 'replies'>

const CONCERNS: Record<Digest, (role: Role) => boolean> = {
  held: (role) => reachOf(role, 'moderate') !== null,
  closed: (role) => reachOf(role, 'publish') === 'all',
}

export const concerns = (kind: Digest, role: Role): boolean => CONCERNS[kind](role)
export const digestsFor = (role: Role): Digest[] =>
  (['held', 'closed'] as const).filter((kind) => concerns(kind, role))
