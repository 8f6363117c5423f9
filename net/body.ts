import type { IncomingMessage } from 'node:http'
import type { Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

const DECODERS: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}
export const ENCODINGS = 'gzip, deflate, br'

/** The body of an answer, decompressed; null as soon as it is longer than `maxBytes`, packed or unpacked. */
export async function readBody(answer: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  const decoder = DECODERS[encoding]?.()
  if (!decoder && encoding !== 'identity') throw new Error('An encoding that was not asked for')
  let packed = 0
  answer.on('data', (chunk: Buffer) => {
    packed += chunk.length
    if (packed > maxBytes) answer.destroy()
  })
  const body = decoder ? answer.pipe(decoder) : answer
  answer.on('error', (error) => decoder?.destroy(error))
  answer.on('close', () => {
    // a pipe does not say that its source broke off
    if (!answer.complete) decoder?.destroy(new Error('The answer broke off'))
  })
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > maxBytes) return null
      chunks.push(chunk)
    }
  } catch (error) {
    if (packed > maxBytes) return null
    throw error
  } finally {
    answer.destroy()
    decoder?.destroy()
  }
  return packed > maxBytes ? null : Buffer.concat(chunks, length)
}
