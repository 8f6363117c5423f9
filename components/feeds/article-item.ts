import type { ArticleView } from '@/db/articles'
import { articlePath } from '@/domain/articles'
import { contentOf, plainImage } from './content'
import type { Item } from './rss'

/** What an article is called where its address may change. */
export const articleId = (id: number, origin: URL) => new URL(`/#article-${id}`, origin).href

export function articleItem(article: ArticleView, origin: URL): Item {
  const url = new URL(articlePath(article.slug), origin)
  const image = article.leadImage && plainImage(article.leadImage)
  return {
    title: article.title,
    url,
    id: articleId(article.id, origin),
    publishedAt: article.publishAt,
    authors: article.people.map(({ name }) => name),
    categories: article.topics.map(({ name }) => name),
    summary: article.summary || article.description,
    content: contentOf(article, origin),
    image: image && { url: new URL(image.src, origin), width: image.width, height: image.height },
    comments: {
      page: new URL('#comments', url),
      feed: new URL(`${url.pathname}/comments.xml`, origin),
      count: article.counts.comments,
    },
  }
}
