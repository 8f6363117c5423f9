import { createHash } from 'node:crypto'
import { and, asc, desc, eq, gt, isNull, lt, lte, ne } from 'drizzle-orm'
import type { DocumentNode, StoredDocument } from '@/domain/document/stored'
import { linksIn, mediaIdsIn } from '@/domain/document/text'
import { isWebHref } from '@/domain/document/href'
import { fieldsOf, type RevisionInput } from '@/domain/revision'
import { readDocument, type Reading } from '@/domain/score/reading'
import { RULES_VERSION } from '@/domain/score/version'
import { noSite, type Subject } from '@/domain/score/subject'
import { db } from './client'
import { listImagesByIds } from './media'
import { linkStates } from './outside-links'
import { listPeopleByIds } from './people'
import { listShared } from './public-names'
import { articles, links, publications, revisions } from './schema/articles'
import { mentions } from './schema/mentions'
import type { Basis } from './scores'
import { getScorePolicy } from './settings'
import { listTopicsByIds } from './topics'

/** All that counts for a score. */
export type Gathered = {
  subject: Subject
  basis: Basis
  /** When another article appears with which this one then shares a name, or which links to it. */
  holdsUntil: Date | null
}

type Identity = { id: number; slug: string | null }

/** What counts for the scores of an article: of what readers have, and of the draft where that is another. */
export async function gather(articleId: number, now: Date): Promise<(Gathered & { revisionId: number })[]> {
  const [article] = await db()
    .select({
      id: articles.id,
      slug: articles.slug,
      state: articles.state,
      published: articles.publishedRevisionId,
      draft: articles.draftRevisionId,
    })
    .from(articles)
    .where(eq(articles.id, articleId))
  if (!article) return []
  const published = article.state === 'published' ? article.published : null
  const gathered: (Gathered & { revisionId: number })[] = []
  for (const revisionId of new Set([published, article.draft])) {
    if (revisionId === null) continue
    const [revision] = await db().select().from(revisions).where(eq(revisions.id, revisionId))
    // thinned meanwhile: a newer draft is on its way
    if (!revision) continue
    const previous = await getPrevious(articleId, revisionId)
    gathered.push({ revisionId, ...(await gatherFrom(article, fieldsOf(revision), previous, now)) })
  }
  return gathered
}

/** What counts for the score of a text as it is being written; null where there is no such article. */
export async function gatherTyped(
  articleId: number,
  typed: RevisionInput,
  now: Date,
): Promise<Gathered | null> {
  const [article] = await db()
    .select({ id: articles.id, slug: articles.slug })
    .from(articles)
    .where(eq(articles.id, articleId))
  return article ? gatherFrom(article, typed, await getPrevious(articleId, null), now) : null
}

/** What readers had before a revision; of a draft, what they have now. */
async function getPrevious(articleId: number, before: number | null): Promise<StoredDocument | null> {
  const [row] = await db()
    .select({ document: revisions.document })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(
      and(
        eq(publications.articleId, articleId),
        before === null ? undefined : lt(publications.revisionId, before),
      ),
    )
    .orderBy(desc(publications.revisionId))
    .limit(1)
  return row?.document ?? null
}

async function gatherFrom(
  { id, slug }: Identity,
  fields: RevisionInput,
  previous: StoredDocument | null,
  now: Date,
): Promise<Gathered> {
  const { title, summary, description, keyphrase, document, leadImageId, leadCaption } = fields
  const shared = await listShared(id, fields, now)
  const linked = await isLinked(id, now)
  const requiresCredit = (await getScorePolicy()).requireCredit === 'on'
  const topics = await listTopicsByIds(fields.topicIds)
  const people = await listPeopleByIds(fields.peopleIds)
  const subject: Subject = {
    ...{ title, summary, description, keyphrase, caption: leadCaption, slug: slug ?? '' },
    language: null,
    ...(await readWithPictures(document, leadImageId)),
    topics: fields.topicIds.flatMap((topicId) => topics.get(topicId)?.name ?? []),
    people: fields.peopleIds.flatMap((personId) => people.get(personId)?.name ?? []),
    dated: true,
    previous: previous && readDocument(previous).blocks,
    site: {
      ...noSite(),
      duplicates: { title: shared.title, keyphrase: shared.keyphrase },
      orphan: linked !== true,
      links: await statesOf(document),
      requiresCredit,
      unverifiedMentions: await listUnverified(id),
    },
  }
  const instants = [shared.holdsUntil, linked instanceof Date ? linked : null].filter((at) => at !== null)
  return {
    subject,
    basis: { hash: hashOf(subject), rulesVersion: RULES_VERSION, requiresCredit },
    holdsUntil: instants.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null,
  }
}

/** What the network said of the addresses elsewhere; those of which nothing is known are left out. */
async function statesOf(document: StoredDocument): Promise<Subject['site']['links']> {
  const hrefs = linksIn(document).map(({ href }) => href)
  const known: Subject['site']['links'] = new Map()
  for (const [href, { state, to }] of await linkStates(hrefs.filter(isWebHref))) {
    if (state === 'ok') known.set(href, { kind: 'works' })
    if (state === 'broken') known.set(href, { kind: 'broken' })
    if (state === 'moved') known.set(href, { kind: 'redirected', to: to ?? '' })
  }
  return known
}

// what more of them would take away is gone by then
const UNVERIFIED_MOST = 20

/** The addresses of pages that are shown as linking here, and whose link nobody saw. */
async function listUnverified(articleId: number): Promise<string[]> {
  const shown = and(eq(mentions.articleId, articleId), eq(mentions.state, 'published'))
  const rows = await db()
    .select({ source: mentions.source })
    .from(mentions)
    .where(and(shown, isNull(mentions.verifiedAt)))
    .orderBy(asc(mentions.id))
    .limit(UNVERIFIED_MOST)
  return rows.map(({ source }) => source)
}

/** Whether another public article links to this one; if none does, the instant from which on one will. */
async function isLinked(articleId: number, now: Date): Promise<boolean | Date> {
  const fromOthers = and(eq(links.targetArticleId, articleId), ne(links.articleId, articleId))
  const [linking] = await db()
    .select({ at: links.publishAt })
    .from(links)
    .where(and(fromOthers, lte(links.publishAt, now)))
    .limit(1)
  if (linking) return true
  const [coming] = await db()
    .select({ at: links.publishAt })
    .from(links)
    .where(and(fromOthers, gt(links.publishAt, now)))
    .orderBy(asc(links.publishAt))
    .limit(1)
  return coming?.at ?? false
}

/** The text with its images as readers get them: what a figure does not say itself is said by its picture. */
async function readWithPictures(document: StoredDocument, leadImageId: number | null): Promise<Reading> {
  const { blocks, images } = readDocument(document)
  const known = await listImagesByIds([leadImageId, ...mediaIdsIn(document)])
  const lead = known.get(leadImageId ?? 0)
  const pictures = figureIds(document.doc).map((id) => known.get(id))
  const figures = images.map(({ alt, credit, block }, i) => ({
    alt: alt || (pictures[i]?.alt ?? ''),
    credit: credit || (pictures[i]?.credit ?? ''),
    block,
  }))
  return {
    blocks,
    images: lead ? [{ alt: lead.alt, credit: lead.credit, block: 'lead' }, ...figures] : figures,
  }
}

/** The pictures of the figures, one for each and in order. */
const figureIds = (node: DocumentNode): number[] =>
  node.type === 'figure' ? [Number(node.attrs?.['mediaId'])] : (node.content ?? []).flatMap(figureIds)

/** The same for the same input, whatever the order of keys. */
const hashOf = (subject: Subject) =>
  createHash('sha256').update(JSON.stringify(subject, sorted)).digest('base64url')

function sorted(_: string, value: unknown): unknown {
  if (value instanceof Map) return [...value].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
