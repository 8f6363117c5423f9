import { describe, expect, it } from 'vitest'
import { fromHtml } from './from-html'
import { linksIn, plainText } from './text'

const read = (body: string) => fromHtml(`<html lang="en"><body>${body}</body></html>`)
const kinds = (body: string) => read(body).document.doc.content?.map(({ type }) => type)

describe('reading HTML', () => {
  it('takes title, description and author from the page, and the text from its main part', () => {
    const page = fromHtml(
      '<!doctype html><html lang="en-GB"><head><title>Site | Rivers</title><meta name="description" content="On rivers.">' +
        '<meta name="author" content="Ada"></head><body><nav>Home</nav><article><h1>Of\n  rivers</h1><p>They run.</p></article></body></html>',
    )
    expect(page).toMatchObject({
      title: 'Of rivers',
      description: 'On rivers.',
      author: 'Ada',
      language: 'en-GB',
    })
    expect(plainText(page.document)).toBe('They run.')
  })

  it('keeps headings, lists, quotations, tables, code and images apart', () => {
    expect(
      kinds(
        '<h2>A</h2><p>b</p><ul><li>c<ol><li>d</li></ol></li></ul><blockquote>e</blockquote>' +
          '<table><tr><th>f</th></tr></table><pre>g</pre><hr><p><img src="h.png" alt="h"></p>loose <b>text</b>',
      ),
    ).toEqual([
      ...['heading', 'paragraph', 'bulletList', 'blockquote', 'table', 'codeBlock', 'horizontalRule'],
      ...['figure', 'paragraph'],
    ])
  })

  it('reads no text that nobody sees', () => {
    const hidden =
      '<p hidden>a</p><p style="display: none">b</p><script>c</script><!-- d --><template>e</template><p>f<span aria-hidden="true">g</span></p>'
    expect(plainText(read(hidden).document)).toBe('f')
  })

  it('shows white space as a browser does', () => {
    expect(plainText(read('<p>\n  one <b> two</b>\n three<br>four </p>').document)).toBe(
      'one two three\nfour',
    )
  })

  it('keeps links, empty ones as the page itself, and drops scripts', () => {
    const { document } = read('<p><a href="/a">a</a> <a href="">b</a> <a href="javascript:x()">c</a></p>')
    expect(linksIn(document).map(({ href }) => href)).toEqual(['/a', '#'])
  })

  it('makes an empty document of nothing', () => {
    expect(plainText(fromHtml('').document)).toBe('')
  })
})
