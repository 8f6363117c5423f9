import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get as httpGet, type IncomingHttpHeaders, request as httpRequest } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HeldFiles } from './held'
import { Media } from './media'
import { addressOf } from './request'

const folder = mkdtempSync(join(tmpdir(), 'masthead-media-'))
const secretFile = `${folder}.secret`
const media = new Media({ folder, held: new HeldFiles(), secure: true })
const server = createServer((request, response) => {
  const path = addressOf(request.url)?.path ?? ''
  if (!media.has(path)) return void response.writeHead(418).end()
  media.serve(path, request, response).catch(() => response.destroy())
})

const name = (digit: string, rest: string) => `${digit.repeat(32)}${rest}`
const DRAWING = name('a', '.svg')
const PHOTO = name('b', '.png')
const LARGE = name('c', '-1600.jpeg')
const drawing = `<svg xmlns="http://www.w3.org/2000/svg">${'<circle r="9"/>'.repeat(200)}</svg>`
const photo = Buffer.from('as good as a photograph')
const large = Buffer.alloc(3_000_000, 'large')

beforeAll(async () => {
  writeFileSync(join(folder, DRAWING), drawing)
  writeFileSync(join(folder, PHOTO), photo)
  writeFileSync(join(folder, LARGE), large)
  writeFileSync(join(folder, 'notes.txt'), 'private')
  writeFileSync(secretFile, 'secret')
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
  rmSync(secretFile)
})

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

/** Asks for a path as it is written: `fetch` would tidy it up first. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const { statusCode = 0, headers } = response
      buffer(response).then((body) => resolve({ status: statusCode, headers, body }), reject)
    })
    asked.on('error', reject).end()
  })
}

/** How often this process holds a file open, where the system can tell. */
const timesOpen = (file: string): number =>
  !existsSync('/proc/self/fd')
    ? 0
    : readdirSync('/proc/self/fd').filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).endsWith(file)
        } catch {
          return false // closed meanwhile
        }
      }).length

describe('the address of an image', () => {
  test.each([
    [PHOTO, 'image/png', photo],
    [LARGE, 'image/jpeg', large],
    [DRAWING, 'image/svg+xml', Buffer.from(drawing)],
  ])('%s gives it for good', async (file, type, bytes) => {
    const { status, headers, body } = await ask(`/media/${file}`)
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': type,
      'content-length': String(bytes.length),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'strict-transport-security': expect.stringContaining('max-age='),
    })
    expect(body.equals(bytes)).toBe(true)
  })

  test.each([PHOTO, LARGE, DRAWING])('%s is not sent twice, nor to who asks for its head', async (file) => {
    const { headers, body } = await ask(`/media/${file}`)
    const { etag = '' } = headers
    expect(etag).toMatch(/^"[^"]+"$/)
    const head = await ask(`/media/${file}`, {}, 'HEAD')
    expect(head).toMatchObject({ status: 200, headers: { etag, 'content-length': String(body.length) } })
    expect(head.body).toHaveLength(0)
    const again = await ask(`/media/${file}`, { 'if-none-match': etag })
    expect(again).toMatchObject({ status: 304, headers: { etag } })
    expect(again.headers['content-length']).toBeUndefined()
    expect(again.body).toHaveLength(0)
  })

  test('gives a drawing compressed, and lets it do nothing', async () => {
    const br = await ask(`/media/${DRAWING}`, { 'accept-encoding': 'gzip, br' })
    expect(br.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    )
    expect(br.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
    expect(brotliDecompressSync(br.body).toString()).toBe(drawing)
    const gzip = await ask(`/media/${DRAWING}`, { 'accept-encoding': 'gzip' })
    expect(gunzipSync(gzip.body).toString()).toBe(drawing)
    expect(br.body.length).toBeLessThan(drawing.length / 3)
  })

  test.each([
    '/media/notes.txt',
    '/media/../masthead.sqlite',
    '/media/..%2fmasthead.sqlite',
    `/media/%2e%2e%2f${secretFile.split('/').at(-1)}`,
    `/media/..\\${secretFile.split('/').at(-1)}`,
    `/media/${PHOTO}%00.png`,
    `/media/${PHOTO}/`,
    `/media/./../${PHOTO}`,
    `/media/${name('0', '.png')}`,
    `/media/${name('b', '-7.webp')}`,
    `/media/${PHOTO.toUpperCase()}`,
  ])('leads nowhere for %s', async (path) => {
    const { status, headers, body } = await ask(path)
    expect([404, 418]).toContain(status)
    if (status === 404) expect(headers['cache-control']).toBe('no-store')
    expect(body.toString()).not.toMatch(/private|secret|photograph/)
  })

  test('keeps no file open for readers who leave', async () => {
    const { port } = server.address() as AddressInfo
    await Promise.all(
      Array.from({ length: 20 }, () => {
        const asked = httpGet({ host: '127.0.0.1', port, path: `/media/${LARGE}`, agent: false })
        asked.on('response', () => asked.destroy())
        return new Promise<void>((resolve) => asked.on('error', () => {}).on('close', () => resolve()))
      }),
    )
    await expect.poll(() => timesOpen(LARGE)).toBe(0)
    expect((await ask(`/media/${LARGE}`)).status).toBe(200)
  })
})
