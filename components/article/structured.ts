import { organizationId } from '@/components/site/organization'
import type { ArticleView } from '@/db/articles'
import { derivativePath } from '@/domain/media'

/** An article in schema.org's words. `origin` ends with a slash. */
export function structured(article: ArticleView, origin: string): Record<string, unknown> {
  const url = new URL(`/articles/${article.slug}`, origin).href
  return {
    '@type': 'Article',
    '@id': `${url}#article`,
    mainEntityOfPage: url,
    url,
    headline: article.title,
    description: article.description || article.summary || undefined,
    image: images(article, origin),
    datePublished: article.publishAt.toISOString(),
    dateModified: (article.revisedAt ?? article.publishAt).toISOString(),
    author: article.people.map((person) => ({
      '@type': 'Person',
      name: person.name,
      url: new URL(`/authors/${person.slug}`, origin).href,
    })),
    publisher: { '@id': organizationId(new URL(origin).origin) },
    articleSection: article.topics.map((topic) => topic.name),
    keywords: article.keyphrase || undefined,
    wordCount: article.wordCount,
    commentCount: article.counts.comments,
    inLanguage: 'en',
  }
}

function images({ leadImage }: ArticleView, origin: string): string[] | undefined {
  const largest = leadImage?.derivatives
    .filter(({ format }) => format === 'jpeg')
    .toSorted((a, b) => b.width - a.width)[0]
  if (!leadImage || !largest) return undefined
  return [new URL(derivativePath(leadImage.hash, largest), origin).href]
}
