import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Phone } from './phone'

test('a telephone dials digits and the plus alone', () => {
  const html = renderToStaticMarkup(<Phone phone="+1 -800-456-478-23" />)
  expect(html).toBe('<a href="tel:+180045647823">+1 -800-456-478-23</a>')
})
