import { describe, expect, it } from 'vitest'
import { toHtml } from './html'
import { fromMarkdown } from './markdown'
import { ATTRIBUTES } from './attributes'

const base = new URL('https://site.example/articles/first')
const picture = { src: '/media/abc-960.jpeg', width: 960, height: 540, alt: 'A grid', credit: 'By Ada' }
const html = (markdown: string, image: typeof picture | null = picture) =>
  toHtml(fromMarkdown(markdown, { figure: () => 7 }), { base, image: () => image })

describe('a document as plain HTML', () => {
  it('writes out every address', () => {
    expect(html('[**our** page](/about) and [below](#h-x) and [theirs](https://a.example/?a=1&b=2)')).toBe(
      '<p><a href="https://site.example/about"><strong>our</strong> page</a> and ' +
        '<a href="https://site.example/articles/first#h-x">below</a> and ' +
        '<a href="https://a.example/?a=1&#x26;b=2">theirs</a></p>',
    )
  })

  it('keeps headings, lists, quotes, code and rules', () => {
    expect(html('## A\n\n- b\n- c\n\n3. d\n\n> e\n>\n> -- Ada\n\n```ts\nf < g\n```\n\n---')).toBe(
      '<h2>A</h2><ul><li><p>b</p></li><li><p>c</p></li></ul><ol start="3"><li><p>d</p></li></ol>' +
        '<blockquote><p>e</p><p>— Ada</p></blockquote><pre><code>f &#x3C; g</code></pre><hr>',
    )
  })

  it('keeps tables', () => {
    expect(html('|A|B|\n|-|-|\n|1|2|')).toBe(
      '<table><tbody><tr><th><p>A</p></th><th><p>B</p></th></tr>' +
        '<tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>',
    )
  })

  it('shows images with their words, and leaves out one that is gone', () => {
    expect(html('![](x "A caption")')).toBe(
      '<figure><img src="https://site.example/media/abc-960.jpeg" alt="A grid" width="960" height="540">' +
        '<figcaption>A caption By Ada</figcaption></figure>',
    )
    expect(html('Text\n\n![](x)', null)).toBe('<p>Text</p>')
  })

  it('offers embeds as links', () => {
    expect(html('<https://film.example/42>')).toBe(
      '<p><a href="https://film.example/42">https://film.example/42</a></p>',
    )
  })

  it('shows text that looks like HTML as text', () => {
    expect(html('a <script>alert(1)</script> & b')).toBe(
      '<p>a &#x3C;script>alert(1)&#x3C;/script> &#x26; b</p>',
    )
  })

  it('knows what to do with every node and mark that a document may hold', () => {
    const inline = new Set(['doc', 'text', 'link'])
    for (const type of ATTRIBUTES.keys()) {
      if (inline.has(type)) continue
      const node = {
        type,
        attrs: { level: 2, mediaId: 7, href: '/x' },
        content: [{ type: 'text', text: 'x' }],
      }
      const isMark = ['bold', 'italic', 'strike', 'code'].includes(type)
      const shown = isMark ? { type: 'text', text: 'x', marks: [{ type }] } : node
      const document = { version: 1 as const, doc: { type: 'doc', content: [shown] } }
      expect(toHtml(document, { base, image: () => picture }), type).toMatch(/^<\w/)
    }
  })
})
