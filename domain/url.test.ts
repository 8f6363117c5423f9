import { expect, test } from 'vitest'
import { urlOf } from './url'

test('an address is read as browsers read it, however often', () => {
  for (let i = 0; i < 20_000; i++)
    if (!urlOf('https://bücher.example')) throw new Error(`Refused after ${i} times`)
  expect(urlOf('https://bücher.example')?.href).toBe('https://xn--bcher-kva.example/')
  expect(urlOf('//bücher.example', 'https://a.example')?.hostname).toBe('xn--bcher-kva.example')
})

test.each(['', 'nothing', 'https://', 'https://a b'])('%j is no address', (text) => {
  expect(urlOf(text)).toBeNull()
})
