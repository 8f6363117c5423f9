import type { Metadata, Route } from 'next'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { InContext } from '@/components/discussion/in-context'
import { isGone } from '@/db/articles'
import { getInContext } from '@/db/comment-context'
import { commentPath } from '@/domain/comments/paths'
import { decodeCursor, idKey } from '@/domain/paging'
import { describe } from '../../../../describe'
import { NOT_FOUND, NotFoundPage } from '../../../../not-found-page'
import { getSite, now } from '../../../../request'
import { isWritable, Writing } from '../../writing'

type Props = PageProps<'/articles/[slug]/comments/[id]'>

const read = cache(async (id: string, after: string | null) =>
  /^\d{1,15}$/.test(id) ? getInContext(Number(id), { after }, now()) : null,
)

async function find({ params, searchParams }: Props) {
  const { slug, id } = await params
  const { after } = await searchParams
  const cursor = typeof after === 'string' && decodeCursor(after, idKey) ? after : null
  return { slug, id, cursor, found: await read(id, cursor) }
}

const titleOf = ({ name, tombstone }: { name: string; tombstone: boolean }) =>
  tombstone ? 'A removed comment' : `Comment by ${name}`

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { found } = await find(props)
  if (!found) return NOT_FOUND
  const { article, comment } = found
  const description = describe({
    site: await getSite(),
    title: titleOf(comment),
    description: `${titleOf(comment)} on “${article.title}”, with what it answers and the replies to it.`,
    path: commentPath(article.slug, comment.id),
  })
  // its article is what a search should find
  return { ...description, robots: { index: false, follow: true } }
}

export default async function CommentPage(props: Props) {
  const { slug, id, cursor, found } = await find(props)
  const path = `/articles/${slug}/comments/${id}`
  if (!found)
    return (
      <>
        <NotFoundPage path={path} isGone={await isGone(slug)} />
        <Writing path={path} articleId={0} discussion={null} writable={false} title="" />
      </>
    )
  const { article, comment } = found
  const address = commentPath(article.slug, comment.id)
  if (address !== path) permanentRedirect(address as Route)
  const writable = await isWritable(article.discussion, 'replies')
  return (
    <InContext
      found={found}
      title={titleOf(comment)}
      isFirst={cursor === null}
      writable={writable}
      timeZone={(await getSite()).timeZone}
    >
      <Writing
        path={address}
        articleId={article.id}
        parentId={comment.id}
        discussion={article.discussion}
        writable={writable && !comment.tombstone}
        title={`Reply to ${comment.name}`}
      />
    </InContext>
  )
}
