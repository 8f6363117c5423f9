import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { chooseEncoding, encode, encodeFor, ENCODINGS, matches } from './encode'

test('every encoding holds the same bytes under a validator of its own', async () => {
  const body = Buffer.from('<p>Grüße</p>'.repeat(200))
  const { of, hash } = await encode(body)
  expect(gunzipSync(of.gzip.body)).toEqual(body)
  expect(brotliDecompressSync(of.br.body)).toEqual(body)
  expect(new Set([of.gzip.etag, of.br.etag, of.identity.etag]).size).toBe(3)
  for (const { etag } of Object.values(of)) expect(matches(etag, hash)).toBe(true)
  expect(matches('"another"', hash)).toBe(false)
  expect(matches(undefined, hash)).toBe(false)
})

test.each(ENCODINGS)('who waits for %s waits for no other', async (wanted) => {
  const body = Buffer.from('<p>Grüße</p>'.repeat(200))
  const { variants, rest } = await encodeFor(wanted, body)
  expect(variants.of[wanted].encoding).toBe(wanted)
  // nobody is sent what they cannot read
  for (const name of ENCODINGS) expect([name, 'identity']).toContain(variants.of[name].encoding)
  await rest
  for (const name of ENCODINGS) expect(variants.of[name].encoding).toBe(name)
})

test.each([
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0,gzip;q=0', 'identity'],
  ['br;q=0.5', 'br'],
  ['deflate', 'identity'],
])('Accept-Encoding %j is answered with %s', (accepted, expected) =>
  expect(chooseEncoding(accepted)).toBe(expected),
)
