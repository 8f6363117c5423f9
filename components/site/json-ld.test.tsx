import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { JsonLd } from './json-ld'
import { organization } from './organization'

const site = { name: 'A & Co', tagline: '', address: '', phone: '', email: '', timeZone: 'UTC' }

test('no text in structured data can end its element', () => {
  const html = renderToStaticMarkup(<JsonLd data={{ name: '</script><script>alert(1)</script><!--' }} />)
  expect(html.match(/<\/?script/g)).toEqual(['<script', '</script'])
  expect(html).not.toContain('<!--')
  const json = html.slice(html.indexOf('>') + 1, html.lastIndexOf('<'))
  expect(JSON.parse(json)).toMatchObject({ name: '</script><script>alert(1)</script><!--' })
})

test('an organization says nothing that the site has not set', () => {
  expect(organization(site, 'https://example.org')).toEqual({
    '@type': ['Organization', 'LocalBusiness'],
    '@id': 'https://example.org/#organization',
    name: 'A & Co',
    url: 'https://example.org/',
  })
})
