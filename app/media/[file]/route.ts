import { open, readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { LRUCache } from 'lru-cache'
import { mediaFile } from '@/db/media-files'
import { chooseEncoding, encode, type Variants } from '@/documents/encode'
import { typeOfName } from '@/domain/media'

const HELD_BYTES = 4 * 1024 * 1024
const held = new LRUCache<string, Variants>({
  maxSize: HELD_BYTES,
  sizeCalculation: ({ of }) => of.identity.body.length + of.gzip.body.length + of.br.body.length + 1,
})

const notFound = () =>
  new Response('There is no such image.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })

/** An image, as uploaded or in one of its sizes. Its name is made of its content, so it can be kept for good. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file: name } = await params
  const type = typeOfName(name)
  if (!type) return notFound()
  const headers = new Headers({
    'content-type': type,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  try {
    return type === 'image/svg+xml'
      ? await drawing(name, request, headers)
      : await picture(name, request, headers)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return notFound()
    throw error
  }
}

/** Drawings shrink to a quarter. Opened by itself one is a document: it may style itself and do nothing else. */
async function drawing(name: string, request: Request, headers: Headers): Promise<Response> {
  const known = held.get(name)
  const variants = known ?? (await encode(await readFile(mediaFile(name)), 'file'))
  if (!known) held.set(name, variants)
  const { body, etag, encoding } = variants.of[chooseEncoding(request.headers.get('accept-encoding') ?? '')]
  headers.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  headers.set('vary', 'Accept-Encoding')
  headers.set('etag', etag)
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers })
  if (encoding !== 'identity') headers.set('content-encoding', encoding)
  headers.set('content-length', String(body.length))
  return new Response(new Uint8Array(body), { headers })
}

async function picture(name: string, request: Request, headers: Headers): Promise<Response> {
  const etag = `"${name}"`
  headers.set('etag', etag)
  const handle = await open(mediaFile(name))
  if (isKnown(request, etag)) {
    await handle.close()
    return new Response(null, { status: 304, headers })
  }
  headers.set('content-length', String((await handle.stat()).size))
  // the stream closes the file, also when the reader leaves early
  const body = Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>
  return new Response(body, { headers })
}

const isKnown = (request: Request, etag: string) =>
  request.headers.get('if-none-match')?.includes(etag) ?? false
