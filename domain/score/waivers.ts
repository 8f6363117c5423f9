import type { Actor } from '../actor'
import { actorMay } from '../actor'
import type { DocumentNode, StoredDocument } from '../document/stored'
import type { Ownership, Role } from '../roles'
import type { Evidence, Place } from './check'
import type { Block } from './reading'

type Field = Place['field']

/**
 * What a waiver is about: one place that a check found, with the words around it. It ends when they are no longer there;
 * where the same words stand twice, each place has a waiver of its own.
 */
export type Passage = { check: string; field: Field; quote: string; context: string }
export type Waived = Passage & { id: number }

/** The texts of an article in which problems are found, by field; of the body one for each block. */
export type Texts = Partial<Record<Field, string[]>>

type Written = {
  title: string
  summary: string
  description: string
  keyphrase: string
  leadCaption: string
  leadImageId: number | null
  document: StoredDocument
}

/** `blocks` are those of the document. */
export const textsOf = (revision: Written, slug: string | null, blocks: readonly Block[]): Texts => ({
  title: [revision.title],
  summary: [revision.summary],
  description: [revision.description],
  keyphrase: [revision.keyphrase],
  slug: [slug ?? ''],
  caption: [revision.leadCaption],
  'lead-image': [imageKey(revision.leadImageId)],
  body: blocks.map(({ path, text }) => imageAt(revision.document, path) ?? text),
})

// an image is known by what it is and what is said of it, since what is wrong is often that nothing is
function imageAt({ doc }: StoredDocument, path: readonly number[]): string | null {
  let node: DocumentNode | undefined = doc
  for (const index of path) node = node?.content?.[index]
  if (node?.type !== 'figure') return null
  const { mediaId, alt, caption, credit } = node.attrs ?? {}
  return imageKey(mediaId, alt, caption, credit)
}

const imageKey = (id: unknown, ...said: unknown[]) => JSON.stringify([`image ${String(id)}`, ...said])
const isImage = (text: string) => text.startsWith('["image ')

const AROUND = 40
export const QUOTE_MAX = 300
export const CONTEXT_MAX = 2_000

/** The words of a text around a part of it, to the nearest spaces. */
function contextOf(text: string, from: number, to: number): string {
  const [start, end] = [Math.max(0, from - AROUND), to + AROUND]
  const before = /\S*$/.exec(text.slice(Math.max(0, start - AROUND), start))?.[0] ?? ''
  const after = /^\S*/.exec(text.slice(end, end + AROUND))?.[0] ?? ''
  return storable(text.slice(start - before.length, end + after.length).slice(0, CONTEXT_MAX))
}

// half of a character outside the basic plane cannot be stored
const storable = (text: string) => text.replace(/\p{Surrogate}/gu, '')

/** What a waiver of this would be about; null where there is no such text. */
export function passageOf(check: string, { where }: Pick<Evidence, 'where'>, texts: Texts): Passage | null {
  const { field } = where
  const text = texts[field]?.['block' in where ? where.block : 0]
  if (text === undefined) return null
  const from = where.from ?? 0
  const to = where.to ?? text.length
  const words = to > text.length || isImage(text) ? '' : storable(text.slice(from, to).slice(0, QUOTE_MAX))
  // of an image, and of what is not there, all that is said counts
  const isWhole = words === ''
  return {
    check,
    field,
    quote: words,
    context: isWhole ? storable(text.slice(0, CONTEXT_MAX)) : contextOf(text, from, to),
  }
}

export const isSame = (a: Passage, b: Passage) =>
  a.check === b.check && a.field === b.field && a.quote === b.quote && a.context === b.context

/** How many problems a passage can be about in these texts: how often its words stand among those around them. */
export function countPlaces({ field, quote, context }: Passage, texts: Texts): number {
  const counted = (texts[field] ?? []).map((text) =>
    quote === ''
      ? Number(storable(text.slice(0, CONTEXT_MAX)) === context)
      : occurrences(storable(text), context) * occurrences(context, quote),
  )
  return counted.reduce((sum, count) => sum + count, 0)
}

function occurrences(text: string, words: string): number {
  if (words === '') return 0
  let count = 0
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count++
  return count
}

/** Whether an actor may let a problem of an article be: an owner always, others as the site says, where they read its drafts. */
export const mayWaive = (actor: Actor, roles: readonly Role[], article: Ownership): boolean =>
  actorMay(actor, 'read-drafts', article) &&
  (actor.kind !== 'staff' || actor.role === 'owner' || roles.includes(actor.role))

export const REASON_MAX = 500
