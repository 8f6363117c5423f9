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

/**
 * The body of an answer, decompressed. What is longer than `maxBytes`, packed or unpacked, is read no further: it is
 * null, or what was read so far where it may be cut.
 */
export async function readBody(
  answer: IncomingMessage,
  { maxBytes, cuts }: { maxBytes: number; cuts: boolean },
): Promise<Buffer | null> {
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
  const tooLong = () => (cuts ? Buffer.concat(chunks).subarray(0, maxBytes) : null)
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      length += chunk.length
      chunks.push(chunk)
      if (length > maxBytes) return tooLong()
    }
  } catch (error) {
    if (packed > maxBytes) return tooLong()
    throw error
  } finally {
    answer.destroy()
    decoder?.destroy()
  }
  return packed > maxBytes ? tooLong() : Buffer.concat(chunks, length)
}
