import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fromMarkdown } from '@/domain/document/markdown'
import { PARTS } from '@/domain/score/check'
import { readDocument } from '@/domain/score/reading'
import { score } from '@/domain/score/score'
import { noSite } from '@/domain/score/subject'
import { slugify } from '@/domain/slug'
import { readArticles } from './read-article'

const articles = await readArticles(join(import.meta.dirname, 'articles'), 'UTC', new Date())

describe('the starter articles', () => {
  it.each(articles)('score more than 80, and nothing in them is called damaged: $title', (article) => {
    const { title, summary, description, keyphrase, caption, topics, people, alt, markdown } = article
    const { blocks, images } = readDocument(fromMarkdown(markdown, { figure: () => 1 }))
    const result = score({
      ...{ title, summary, description, keyphrase, caption, topics, people },
      slug: slugify(title),
      language: null,
      blocks,
      images: [{ alt, credit: '', block: 'lead' }, ...images],
      dated: true,
      previous: null,
      site: noSite(),
    })
    expect(result.total).toBeGreaterThan(80)
    for (const part of PARTS) expect(result[part]).toBeGreaterThan(75)
    // nothing is wrong with them, so every finding would be a false alarm
    const found = result.checks.filter(({ part }) => part === 'integrity').flatMap(({ evidence }) => evidence)
    expect(found).toEqual([])
  })
})
