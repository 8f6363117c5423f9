import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { ImageView } from '@/db/media'
import { fromMarkdown } from '@/domain/document/markdown'
import { ArticleBody } from './body'

const image: ImageView = {
  id: 7,
  hash: 'abc',
  type: 'image/jpeg',
  width: 1600,
  height: 900,
  alt: 'From the library',
  credit: 'By the editors',
  focal: { x: 0.5, y: 0.24 },
  derivatives: [
    { width: 960, height: 540, format: 'jpeg' },
    { width: 480, height: 270, format: 'jpeg' },
    { width: 480, height: 270, format: 'avif' },
  ],
}
const html = (markdown: string, images = new Map([[7, image]])) =>
  renderToStaticMarkup(<ArticleBody document={fromMarkdown(markdown, { figure: () => 7 })} images={images} />)

describe('the body of an article', () => {
  it('carries no style and no script, whatever is in it', () => {
    const all = html(
      '## A\n\n> B\n>\n> -- C\n\n- d\n\n1. e\n\n```ts\nf\n```\n\n|g|h|\n|-|-:|\n|1|2|\n\n![i](j "k")\n\n---\n\n<https://l.example>',
    )
    expect(all).not.toMatch(/\sstyle=|<script|\son\w+=/)
  })

  it('makes one link of words under one address', () => {
    expect(html('[one **two** three](https://a.example) [ours](/about)')).toContain(
      '<a href="https://a.example" rel="noopener">one <strong>two</strong> three</a> <a href="/about">ours</a>',
    )
  })

  it('shows a figure in every format and size that exists, with its own words before those of the library', () => {
    const figure = html('![Own words](x "A caption")')
    expect(figure).toContain('<source type="image/avif" srcSet="/media/abc-480.avif 480w"')
    expect(figure).toContain('srcSet="/media/abc-480.jpeg 480w, /media/abc-960.jpeg 960w"')
    expect(figure).toContain('alt="Own words" width="1600" height="900"')
    expect(figure).toContain('data-y="1"')
    expect(figure).toMatch(/<figcaption[^>]*>A caption <span[^>]*>By the editors<\/span>/)
    expect(html('![](x)')).toContain('alt="From the library"')
  })

  it('shows an image without finished sizes as it was uploaded, and one that is gone not at all', () => {
    expect(html('![A](x)', new Map([[7, { ...image, derivatives: [] }]]))).toContain('src="/media/abc.jpeg"')
    expect(html('Text\n\n![A](x)', new Map())).not.toContain('<img')
  })

  it('names the columns of a table, and the table after them', () => {
    const table = html('|Name|Sum|\n|-|-:|\n|A|1|')
    expect(table).toContain('aria-label="Table: Name, Sum"')
    expect(table).toContain('<th scope="col" data-align="right">')
  })

  it('gives headings the ids that the contents link to', () => {
    expect(html('## Where it went\n\nText')).toContain('<h2 id="h-where-it-went"')
  })
})
