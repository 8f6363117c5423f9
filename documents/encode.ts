import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export const ENCODINGS = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof ENCODINGS)[number]
export type Variant = { body: Buffer; etag: string; encoding: Encoding }
export type Variants = { hash: string; of: Record<Encoding, Variant> }

const compressGzip = promisify(gzip)
const compressBrotli = promisify(brotliCompress)

// most documents fit one piece, and each further one is a way to another thread and back
const CHUNK = 64 * 1024

// below it the headers outweigh what compression saves
const SMALL = 512

/** How hard to press: documents are made often, files once, and some are compressed already. */
const EFFORT = { document: { gzip: 6, br: 6 }, file: { gzip: 9, br: 10 }, packed: null }

type Kind = keyof typeof EFFORT

/** The body in every encoding we serve, each with a strong validator of its own (RFC 9110, 8.8.3.3). */
export async function encode(body: Buffer, kind: Kind = 'document'): Promise<Variants> {
  const { variants, rest } = await encodeFor('identity', body, kind)
  await rest
  return variants
}

/**
 * The body as soon as it is ready in the encoding that somebody waits for. The others follow with `rest`; until then
 * identity, which everybody takes, stands in their place.
 */
export async function encodeFor(
  wanted: Encoding,
  body: Buffer,
  kind: Kind = 'document',
): Promise<{ variants: Variants; rest: Promise<unknown> }> {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const identity: Variant = { body, etag: `"${hash}"`, encoding: 'identity' }
  const variants: Variants = { hash, of: { identity, gzip: identity, br: identity } }
  const effort = EFFORT[kind]
  if (!effort || body.length < SMALL) return { variants, rest: Promise.resolve() }
  const add = {
    identity: () => Promise.resolve(),
    gzip: async () => {
      const zipped = await compressGzip(body, { level: effort.gzip, chunkSize: CHUNK })
      variants.of.gzip = { body: own(zipped), etag: `"${hash}-gzip"`, encoding: 'gzip' }
    },
    br: async () => {
      const brotli = await brotliOf(body, effort.br)
      variants.of.br = { body: own(brotli), etag: `"${hash}-br"`, encoding: 'br' }
    },
  }
  await add[wanted]()
  const others = ENCODINGS.filter((name) => name !== wanted)
  return { variants, rest: Promise.all(others.map((name) => add[name]())) }
}

// what the compressor gives back is a view into memory several times its size
function own(view: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(view.length)
  view.copy(copy)
  return copy
}

const brotliOf = (body: Buffer, quality: number): Promise<Buffer> =>
  compressBrotli(body, {
    chunkSize: CHUNK,
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  })

/** Replaces the brotli body by the smallest one: a tenth smaller, for fifty times the work of a document's first one. */
export async function pressHarder(variants: Variants): Promise<void> {
  const { hash, of } = variants
  if (of.br.encoding !== 'br') return
  // other bytes under the same validator would not be strong
  of.br = { body: own(await brotliOf(of.identity.body, 10)), etag: `"${hash}-br-10"`, encoding: 'br' }
}

/** The encoding that a client asked for, ours first; `;q=0` refuses (RFC 9110, 12.5.3). */
export function chooseEncoding(accepted: string): Encoding {
  if (!accepted) return 'identity'
  const refused = (name: string) => new RegExp(`\\b${name}\\s*;\\s*q=0(\\.0*)?\\s*(,|$)`, 'i').test(accepted)
  for (const name of ['br', 'gzip'] as const)
    if (new RegExp(`\\b${name}\\b`, 'i').test(accepted) && !refused(name)) return name
  return 'identity'
}

// browsers send a handful of values, always the same; whoever sends others pays for the choice each time
const CHOICES_MAX = 100
const choices = new Map<string, Encoding>()

/** The body for a client, by the Accept-Encoding it sent. */
export function variantFor(accepted: string, variants: Variants): Variant {
  let choice = choices.get(accepted)
  if (!choice) {
    choice = chooseEncoding(accepted)
    if (choices.size < CHOICES_MAX && accepted.length < 100) choices.set(accepted, choice)
  }
  return variants.of[choice]
}

/** Whether If-None-Match names this document, in whichever encoding the client holds it. */
export const matches = (ifNoneMatch: string | undefined, hash: string): boolean =>
  ifNoneMatch !== undefined && (ifNoneMatch.trim() === '*' || ifNoneMatch.includes(`"${hash}`))
