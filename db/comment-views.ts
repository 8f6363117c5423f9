import { inArray } from 'drizzle-orm'
import { RENDERER_VERSION, renderComment } from '@/domain/comments/markdown'
import { db } from './client'
import type { ColleagueView } from './people'
import { asColleagues, listPeopleByIds } from './people'
import { comments } from './schema/comments'

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
  /** Sanitised; empty for a tombstone. */
  html: string
  /** It was removed and stands only because of its replies: it has no name and no text. */
  tombstone: boolean
  replies: CommentView[]
  /** Direct replies that are not in `replies`. */
  moreReplies: number
}

export const viewColumns = {
  id: comments.id,
  parentId: comments.parentId,
  depth: comments.depth,
  state: comments.state,
  replyCount: comments.replyCount,
  personId: comments.personId,
  afterClosing: comments.afterClosing,
  name: comments.name,
  website: comments.website,
  createdAt: comments.createdAt,
  renderedBy: comments.renderedBy,
  html: comments.html,
}
export type ViewRow = Pick<typeof comments.$inferSelect, keyof typeof viewColumns>

/** HTML that is up to date: what an older renderer left is rendered again, without being stored. */
async function freshHtml(rows: ViewRow[]): Promise<Map<number, string>> {
  const old = rows.filter((row) => row.renderedBy !== RENDERER_VERSION).map((row) => row.id)
  if (old.length === 0) return new Map()
  const sources = await db()
    .select({ id: comments.id, source: comments.source })
    .from(comments)
    .where(inArray(comments.id, old))
  return new Map(sources.map(({ id, source }) => [id, renderComment(source)]))
}

/** Each row as readers see it, in the order given. */
export async function viewsOf(rows: ViewRow[], now: Date): Promise<CommentView[]> {
  const people = await listPeopleByIds(rows.flatMap((row) => row.personId ?? []))
  const colleagues = new Map((await asColleagues([...people.values()], now)).map((each) => [each.id, each]))
  const html = await freshHtml(rows)
  return rows.map((row) => {
    const { id, parentId, depth, createdAt, replyCount, afterClosing } = row
    const tombstone = row.state !== 'published'
    const staff = row.personId === null ? null : (colleagues.get(row.personId) ?? null)
    const said = tombstone
      ? { name: '', website: '', staff: null, afterClosing: false, html: '' }
      : {
          name: staff?.name ?? row.name,
          website: row.website,
          staff,
          afterClosing,
          html: html.get(id) ?? row.html,
        }
    return { id, parentId, depth, createdAt, tombstone, ...said, replies: [], moreReplies: replyCount }
  })
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
