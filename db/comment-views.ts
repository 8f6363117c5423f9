import { inArray } from 'drizzle-orm'
import { abridge, ABRIDGED_TO } from '@/domain/comments/abridge'
import { RENDERER_VERSION, renderComment } from '@/domain/comments/markdown'
import { writtenBefore } from '@/domain/comments/renewals'
import { db } from './client'
import { type PassageView, passagesOf } from './passages'
import type { ColleagueView } from './people'
import { asColleagues, listPeopleByIds } from './people'
import { whileItHolds } from './remembered'
import { listRenewals } from './renewals'
import { comments } from './schema/comments'
import { tracks } from './touches'

/** A comment as readers see it, with as many of its replies as the page has room for. */
export type CommentView = {
  id: number
  parentId: number | null
  depth: number
  name: string
  website: string
  /** The member of staff who wrote it; null for guests. */
  staff: ColleagueView | null
  /** The discussion took nothing from others when it was said. */
  afterClosing: boolean
  createdAt: Date
  /** When its author last changed it. */
  editedAt: Date | null
  /** It also stands at the head of its discussion. */
  pinned: boolean
  /** Staff call it one to read. */
  highlighted: boolean
  /** When readers were first given other words than those it was written under; null while they read the same. */
  writtenBefore: Date | null
  /** What it quotes of the article at its beginning; null where that is nothing. */
  passage: PassageView | null
  /** Sanitised; empty for a tombstone. */
  html: string
  /** `html` is only the beginning of what was said. */
  abridged: boolean
  /** It was removed and stands only because of its replies: it has no name and no text. */
  tombstone: boolean
  replies: CommentView[]
  /** Direct replies that are not in `replies`. */
  moreReplies: number
}

export const viewColumns = {
  id: comments.id,
  articleId: comments.articleId,
  revisionId: comments.revisionId,
  passage: comments.passage,
  parentId: comments.parentId,
  depth: comments.depth,
  state: comments.state,
  replyCount: comments.replyCount,
  personId: comments.personId,
  afterClosing: comments.afterClosing,
  name: comments.name,
  website: comments.website,
  createdAt: comments.createdAt,
  editedAt: comments.editedAt,
  pinnedAt: comments.pinnedAt,
  highlightedAt: comments.highlightedAt,
  renderedBy: comments.renderedBy,
  html: comments.html,
}
export type ViewRow = Pick<typeof comments.$inferSelect, keyof typeof viewColumns>

type Html = { html: string; abridged: boolean }

/** What is to be rendered when it is read: what an older renderer left, and the beginning of what is long. Not stored. */
async function renderedNow(
  rows: ViewRow[],
  isAbridged: (row: ViewRow) => boolean,
): Promise<Map<number, Html>> {
  const isLong = new Map(
    rows.map((row) => [row.id, isAbridged(row) && row.html.length > ABRIDGED_TO] as const),
  )
  const due = rows.filter((row) => isLong.get(row.id) || row.renderedBy !== RENDERER_VERSION)
  if (due.length === 0) return new Map()
  const sources = await db()
    .select({ id: comments.id, source: comments.source })
    .from(comments)
    .where(
      inArray(
        comments.id,
        due.map(({ id }) => id),
      ),
    )
  return new Map(
    sources.map(({ id, source }) => {
      const shown = isLong.get(id) ? abridge(source) : source
      return [id, { html: renderComment(shown), abridged: shown !== source }]
    }),
  )
}

/** Each row as readers see it, in the order given; of a long one only the beginning, where `isAbridged` says so. */
export async function viewsOf(
  rows: ViewRow[],
  now: Date,
  { isAbridged = () => false }: { isAbridged?: (row: ViewRow) => boolean } = {},
): Promise<CommentView[]> {
  if (rows.length === 0) return []
  const colleagues = await listColleagues(new Set(rows.flatMap((row) => row.personId ?? [])), now)
  const rendered = await renderedNow(rows, isAbridged)
  const passages = await passagesOf(rows)
  const renewals = await listKnownRenewals(new Set(rows.map((row) => row.articleId)), now)
  return rows.map((row) => {
    const { id, parentId, depth, createdAt, replyCount, afterClosing } = row
    const tombstone = row.state !== 'published'
    const staff = row.personId === null ? null : (colleagues.get(row.personId) ?? null)
    const said = tombstone
      ? SILENCE
      : {
          name: staff?.name ?? row.name,
          website: row.website,
          staff,
          afterClosing,
          editedAt: row.editedAt,
          pinned: row.pinnedAt !== null,
          highlighted: row.highlightedAt !== null,
          writtenBefore: writtenBefore(row.revisionId, renewals.get(row.articleId) ?? []),
          passage: passages.get(id) ?? null,
          ...(rendered.get(id) ?? { html: row.html, abridged: false }),
        }
    return { id, parentId, depth, createdAt, tombstone, ...said, replies: [], moreReplies: replyCount }
  })
}

// every page that a comment changes asks for both again, and no comment changes either

const listColleagues = (ids: Set<number>, now: Date): Promise<Map<number, ColleagueView>> =>
  whileItHolds(`colleagues ${[...ids].join(' ')}`, now, async () => {
    const people = await listPeopleByIds(ids)
    return new Map((await asColleagues([...people.values()], now)).map((each) => [each.id, each]))
  })

const listKnownRenewals = (articleIds: Set<number>, now: Date) =>
  whileItHolds(`renewals ${[...articleIds].join(' ')}`, now, () => {
    tracks(...[...articleIds].map((id) => `article:${id}`))
    return listRenewals(articleIds)
  })

/** What a tombstone says. */
const SILENCE = {
  name: '',
  website: '',
  staff: null,
  afterClosing: false,
  editedAt: null,
  pinned: false,
  highlighted: false,
  writtenBefore: null,
  passage: null,
  html: '',
  abridged: false,
}

/** Puts each comment under its parent where that is among them; the others stay on top, in the order given. */
export function nest(views: CommentView[]): CommentView[] {
  const byId = new Map(views.map((view) => [view.id, view]))
  return views.filter((view) => {
    const parent = view.parentId === null ? undefined : byId.get(view.parentId)
    if (!parent) return true
    parent.replies.push(view)
    parent.moreReplies--
    return false
  })
}
