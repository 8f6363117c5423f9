import { describe, expect, test } from 'vitest'
import { IncompleteDocument, strip } from './strip'

describe('strip', () => {
  test('takes out scripts and their preloads and leaves every other byte', () => {
    const html =
      '<!DOCTYPE html><html><head><link rel="preload" as="script" href="/a.js"/><link rel="preload" as="font" href="/f.woff2"/>' +
      '<script src="/a.js" async=""></script><title>A &amp; B</title></head><body><p>1 &lt; 2</p><script>self.__f=["</p>"]</script></body></html>'
    expect(strip(html)).toBe(
      '<!DOCTYPE html><html><head><link rel="preload" as="font" href="/f.woff2"/><title>A &amp; B</title></head><body><p>1 &lt; 2</p></body></html>',
    )
  })

  test('keeps data that only looks like a script', () => {
    const data =
      '<script type="application/ld+json">{"a":"<b>"}</script><script type="speculationrules">{}</script>'
    expect(strip(data)).toBe(data)
  })

  test('of scripts keeps the one module that a page says it runs', () => {
    const module = '<script type="module" src="/m.js" async=""></script>'
    const html = `${module}<script src="/m.js/../other.js"></script><script>alert(1)</script><script src=""></script>`
    expect(strip(html, [], '/m.js')).toBe(module)
    expect(strip(html)).toBe('')
  })

  test("removes React's marks", () => {
    expect(strip('<p>a<!-- -->b<!--$-->c<!--/$--></p>')).toBe('<p>abc</p>')
  })

  test('refuses a body that waits for a script', () => {
    expect(() => strip('<main><template id="B:0"></template></main><div hidden id="S:0">late</div>')).toThrow(
      IncompleteDocument,
    )
  })

  test('text that mentions a script is text', () => {
    const text = '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><textarea><script>x</script></textarea>'
    expect(strip(text)).toBe(text)
  })
})
