import { Discussion } from '@/components/discussion/discussion'
import type { ArticleView } from '@/db/articles'
import { listThread } from '@/db/threads'
import { articlePath } from '@/domain/articles'
import { readOrder } from '@/domain/comments/order'
import { decodeCursor, idKey } from '@/domain/paging'
import { getSite, now } from '../../request'
import { isWritable, Writing } from './writing'

type Props = { article: ArticleView; query: Promise<Record<string, string | string[] | undefined>> }

/** The discussion of an article, from the cursor in the address on. */
export async function ArticleDiscussion({ article, query }: Props) {
  const { after, order: asked } = await query
  const order = readOrder(asked)
  const cursor = typeof after === 'string' && decodeCursor(after, idKey) ? after : null
  const writable = await isWritable(article.discussion, 'threads')
  return (
    <Discussion
      article={article}
      thread={await listThread(article.id, { after: cursor, order }, now())}
      order={order}
      isFirst={cursor === null}
      writable={writable}
      answerable={await isWritable(article.discussion, 'replies')}
      timeZone={(await getSite()).timeZone}
    >
      <Writing
        path={articlePath(article.slug)}
        articleId={article.id}
        discussion={article.discussion}
        writable={writable}
        title="Write a comment"
      />
    </Discussion>
  )
}
