import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { mediaFile } from '@/db/media-files'
import { typeOfName } from '@/domain/media'

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
  // opened by itself a drawing is a document: it may style itself and do nothing else
  if (type === 'image/svg+xml')
    headers.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  try {
    return await picture(name, request, headers)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return notFound()
    throw error
  }
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
  // nobody would read the stream to its end, and so nobody would close the file
  if (request.method === 'HEAD') {
    await handle.close()
    return new Response(null, { headers })
  }
  // the stream closes the file, also when the reader leaves early
  const body = Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>
  return new Response(body, { headers })
}

const isKnown = (request: Request, etag: string) =>
  request.headers.get('if-none-match')?.includes(etag) ?? false
