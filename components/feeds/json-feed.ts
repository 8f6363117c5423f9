import type { ArticleView } from '@/db/articles'
import type { SiteView } from '@/db/settings'
import { articlePath } from '@/domain/articles'
import { toIso } from '@/domain/dates'
import { articleId } from './article-item'
import { contentOf, plainImage } from './content'
import { scoreJson } from './score'

/** JSON Feed 1.1 with the texts in full. */
export const jsonFeed = (site: SiteView, articles: ArticleView[], origin: URL) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: site.name,
  home_page_url: origin.href,
  feed_url: new URL('/feed.json', origin).href,
  description: site.tagline || undefined,
  language: 'en',
  items: articles.map((article) => entry(article, origin)),
})

function entry(article: ArticleView, origin: URL) {
  const url = new URL(articlePath(article.slug), origin).href
  return {
    id: articleId(article.id, origin),
    url,
    title: article.title,
    summary: article.summary || article.description || undefined,
    content_html: contentOf(article, origin),
    image: article.leadImage ? new URL(plainImage(article.leadImage).src, origin).href : undefined,
    date_published: toIso(article.publishAt),
    date_modified: article.revisedAt ? toIso(article.revisedAt) : undefined,
    authors: article.people.map(({ name, slug }) => ({
      name,
      url: new URL(`/authors/${slug}`, origin).href,
    })),
    tags: article.topics.map(({ name }) => name),
    // what the format does not know begins with an underscore
    _score: article.score ? scoreJson(article.score) : undefined,
  }
}
