import type { CommentView } from '@/db/comment-views'
import { articlePath } from '@/domain/articles'
import type { Item } from './rss'

/** Where a comment stays, whatever becomes of the pages of its thread. */
export const commentUrl = (slug: string, id: number, origin: URL) =>
  new URL(`${articlePath(slug)}/comments/${id}`, origin)

export function commentItem(
  { id, name, createdAt, html }: CommentView,
  article: { slug: string; title: string },
  origin: URL,
): Item {
  return {
    title: `${name} on “${article.title}”`,
    url: commentUrl(article.slug, id, origin),
    id: new URL(`/#comment-${id}`, origin).href,
    publishedAt: createdAt,
    authors: [name],
    categories: [],
    summary: '',
    content: html,
    image: null,
    comments: null,
  }
}
