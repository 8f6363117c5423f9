import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { giveHonour } from '@/app/dashboard/discussion/honours'
import { requireStaff } from '@/auth/guard'
import { Nothing } from '@/components/dashboard/desk/nothing'
import { Pager } from '@/components/dashboard/desk/pager'
import { Screen } from '@/components/dashboard/desk/screen'
import { Honourable } from '@/components/dashboard/moderation/honourable'
import type { CommentView } from '@/db/comment-views'
import { listHonourable } from '@/db/honours'
import { getSite } from '@/db/settings'
import { PINS_MAX } from '@/domain/comments/honours'
import { formatNearTime } from '@/domain/dates'
import { articleIdIn } from '../command'

export const metadata: Metadata = { title: 'Pins and picks' }

export default async function CommentsPage({
  params,
  searchParams,
}: PageProps<'/dashboard/articles/[id]/comments'>) {
  const actor = await requireStaff('set-discussion')
  const id = articleIdIn((await params).id)
  const { after } = await searchParams
  const cursor = typeof after === 'string' ? after : null
  const now = new Date()
  const article = id === null ? null : await listHonourable(actor, id, cursor, now)
  if (id === null || !article) notFound()
  const { timeZone } = await getSite()
  const { items, next } = article.comments
  const path = `/dashboard/articles/${id}/comments` as Route
  const shared = { slug: article.slug, give: giveHonour }
  const dated = (comments: CommentView[]) =>
    comments.map((each) => ({ ...each, written: formatNearTime(each.createdAt, now, timeZone) }))
  const others = items.filter(({ pinned }) => !pinned)
  return (
    <Screen
      title="Pins and picks"
      note={
        <>
          What readers find first in the discussion of <b dir="auto">{article.title}</b>: up to {PINS_MAX}{' '}
          comments at its head, and as many picks as you like where they stand.
        </>
      }
    >
      {article.pinned.length > 0 && (
        <Honourable label="Pinned" comments={dated(article.pinned)} {...shared} />
      )}
      {others.length > 0 && <Honourable label="Newest first" comments={dated(others)} {...shared} />}
      {items.length === 0 && <Nothing title="No comments are public yet" />}
      <Pager
        first={cursor ? path : null}
        next={next ? (`${path}?after=${encodeURIComponent(next)}` as Route) : null}
      />
    </Screen>
  )
}
