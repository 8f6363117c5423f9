import { existsSync } from 'node:fs'
import { and, asc, eq, gte, isNotNull, isNull, notExists, or } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { MAX_ATTEMPTS } from '@/domain/jobs'
import { derivativeName, originalName } from '@/domain/media'
import { db } from './client'
import { checkFile, listBrokenReferences } from './file'
import { mediaFile } from './media-files'
import type { Miscount } from './recount'
import { listMiscounts, mendCounts } from './recount'
import { listMislisted, relist } from './relist'
import { articles, revisions } from './schema/articles'
import { jobs } from './schema/jobs'
import { media } from './schema/media'

/** `subject` is `article:12` and the like; what has a `mend` is put right by it. */
export type Problem = { subject: string; problem: string; mend?: () => Promise<unknown> }

/** What is asked of a site, by name and in this order; each answers what it found wrong. */
export const CHECKS: Record<string, () => AsyncGenerator<Problem>> = {
  file: async function* () {
    for (const problem of checkFile()) yield { subject: 'file', problem }
  },
  references: async function* () {
    for (const { subject, target } of listBrokenReferences())
      yield { subject, problem: `refers to a row of ${target} that is not there` }
  },
  comments: async function* () {
    for await (const miscount of listMiscounts()) yield* problemsOf(miscount)
  },
  revisions: listWrongRevisions,
  listings: async function* () {
    for await (const { articleId, parts } of listMislisted())
      yield {
        subject: `article:${articleId}`,
        problem: `is found wrongly: ${parts.join(', ')}`,
        mend: () => relist(articleId),
      }
  },
  images: listMissingFiles,
  jobs: listGivenUpJobs,
}

function* problemsOf({ articleId, sum, places, lostIds }: Miscount): Generator<Problem> {
  const subject = `article:${articleId}`
  const mend = () => mendCounts(articleId)
  if (sum) yield { subject, problem: `keeps ${inWords(sum.kept)}; it has ${inWords(sum.right)}`, mend }
  if (places.length > 0) {
    const ids = places.map(({ commentId }) => commentId)
    yield { subject, problem: `its comments ${listed(ids)} stand or count wrongly in their thread`, mend }
  }
  if (lostIds.length > 0)
    yield { subject, problem: `its comments ${listed(lostIds)} answer a comment that is not there` }
}

const inWords = ({ commentCount, lastCommentAt }: { commentCount: number; lastCommentAt: Date | null }) =>
  `${commentCount} comments${lastCommentAt ? `, the last of ${lastCommentAt.toISOString()}` : ''}`

const NAMED = 10
const listed = (ids: number[]) =>
  ids.slice(0, NAMED).join(', ') + (ids.length > NAMED ? ` and ${ids.length - NAMED} more` : '')

async function* listWrongRevisions(): AsyncGenerator<Problem> {
  const isOwn = (pointer: SQLiteColumn) =>
    db()
      .select({ id: revisions.id })
      .from(revisions)
      .where(and(eq(revisions.id, pointer), eq(revisions.articleId, articles.id)))
  const isPublished = eq(articles.state, 'published')
  const rows = await db()
    .select({ id: articles.id })
    .from(articles)
    .where(
      or(
        notExists(isOwn(articles.draftRevisionId)),
        and(isNotNull(articles.publishedRevisionId), notExists(isOwn(articles.publishedRevisionId))),
        and(isPublished, isNull(articles.publishedRevisionId)),
        and(isPublished, or(isNull(articles.slug), isNull(articles.publishAt))),
      ),
    )
    .orderBy(asc(articles.id))
  for (const { id } of rows)
    yield {
      subject: `article:${id}`,
      problem: 'has no revision of its own to show, or no address or date to show it at',
    }
}

async function* listMissingFiles(): AsyncGenerator<Problem> {
  const rows = await db()
    .select({ id: media.id, hash: media.hash, type: media.type, derivatives: media.derivatives })
    .from(media)
    .orderBy(asc(media.id))
  for (const { id, derivatives, ...image } of rows) {
    const names = [originalName(image), ...derivatives.map((size) => derivativeName(image.hash, size))]
    const missing = names.filter((name) => !existsSync(mediaFile(name)))
    if (missing.length > 0) yield { subject: `media:${id}`, problem: `has no file ${missing.join(', ')}` }
  }
}

async function* listGivenUpJobs(): AsyncGenerator<Problem> {
  const rows = await db().select().from(jobs).where(gte(jobs.attempts, MAX_ATTEMPTS)).orderBy(asc(jobs.id))
  for (const { id, kind, lastError } of rows)
    yield {
      subject: `job:${id}`,
      problem: `${kind} was given up: ${lastError ?? 'it ended the program each time'}`,
    }
}
