import { describe, expect, test } from 'vitest'
import { keepImage } from '@/db/fixtures'
import { hashOf } from '@/db/media-files'
import { freshDatabase } from '@/db/testing'
import { compose } from '@/domain/art'
import { originalName } from '@/domain/media'
import { GET } from './route'

freshDatabase()

const photo = await keepImage(Buffer.from('as good as a photograph'), 'image/png', { width: 8, height: 6 })
const drawing = await keepImage(
  Buffer.from(compose({ kind: 'hub', seed: 11, width: 1680, height: 945 })),
  'image/svg+xml',
  { width: 1680, height: 945 },
)
const get = (file: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost/media/${file}`, { headers }), { params: Promise.resolve({ file }) })

describe('the address of an image', () => {
  test('gives it for good', async () => {
    const answer = await get(originalName(photo))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const bytes = await answer.arrayBuffer()
    expect(String(bytes.byteLength)).toBe(answer.headers.get('content-length'))
    expect(hashOf(new Uint8Array(bytes))).toBe(photo.hash)
  })

  test('says how large it is to who asks for no more, and opens no stream that nobody would end', async () => {
    const request = new Request('http://localhost', { method: 'HEAD' })
    const answer = await GET(request, { params: Promise.resolve({ file: originalName(photo) }) })
    expect(answer.headers.get('content-length')).toBe(String('as good as a photograph'.length))
    expect(answer.body).toBeNull()
  })

  test('gives a drawing as it is, and lets it do nothing', async () => {
    const answer = await get(originalName(drawing), { 'accept-encoding': 'gzip, br' })
    // Next drops a route's content-encoding, and what is left could not be read
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await answer.text()).toContain('<svg')
  })

  test.each([originalName(photo), originalName(drawing)])('%s is not sent twice', async (name) => {
    const first = await get(name)
    await first.arrayBuffer()
    const second = await get(name, { 'if-none-match': first.headers.get('etag') ?? '' })
    expect(second.status).toBe(304)
    expect(await second.text()).toBe('')
  })

  test.each(['../masthead.sqlite', 'masthead.sqlite', `${'0'.repeat(32)}.png`, `${photo.hash}-7.webp`])(
    'leads nowhere for %s',
    async (name) => {
      const answer = await get(name)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('cache-control')).toBe('no-store')
    },
  )
})
