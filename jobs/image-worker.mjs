import { createRequire } from 'node:module'
import { setPriority } from 'node:os'

/** @import { Asked, Question, ReadUpload } from './images' */
/** @import { Sharp } from 'sharp' */

// the ES module of sharp has a syntax that Node learnt in 20.10; its CommonJS is the same code
/** @type {(typeof import('sharp'))['default']} */
const sharp = createRequire(import.meta.url)('sharp')

// the pages are served by the same cores, and come first
setPriority(10)
sharp.concurrency(1)
sharp.cache(false)

const PAPER = '#ffffff'
// 50 megapixels is more than any camera of the trade makes, and 200 MB of memory when it is opened
const MAX_PIXELS = 50_000_000

/**
 * What a picture really is, whatever it calls itself. Drawings are programs and not taken from outside.
 * @type {Record<string, { type: import('@/domain/media').ImageType, write: (picture: Sharp) => Sharp }>}
 */
const WRITERS = {
  jpeg: { type: 'image/jpeg', write: (picture) => picture.jpeg({ quality: 90, mozjpeg: true }) },
  png: { type: 'image/png', write: (picture) => picture.png() },
  webp: { type: 'image/webp', write: (picture) => picture.webp({ quality: 90 }) },
  gif: { type: 'image/gif', write: (picture) => picture.gif() },
  heif: { type: 'image/avif', write: (picture) => picture.avif({ quality: 70, effort: 2 }) },
}

/**
 * @param {Uint8Array} upload
 * @returns {Promise<ReadUpload>}
 */
async function read(upload) {
  try {
    const { format, compression, width, height, pages = 1 } = await sharp(upload).metadata()
    const writer = format === 'heif' && compression !== 'av1' ? undefined : WRITERS[format]
    if (!writer) return { kind: 'refused', reason: 'not-an-image' }
    if (width * height * pages > MAX_PIXELS) return { kind: 'refused', reason: 'too-many-pixels' }
    const picture = sharp(upload, { animated: pages > 1, limitInputPixels: MAX_PIXELS, failOn: 'error' })
    const { data, info } = await writer.write(picture.autoOrient()).toBuffer({ resolveWithObject: true })
    return {
      kind: 'image',
      bytes: data,
      type: writer.type,
      width: info.width,
      height: info.pageHeight ?? info.height,
    }
  } catch {
    // the library says in many ways that a file is broken; for who sent it they are one
    return { kind: 'refused', reason: 'not-an-image' }
  }
}

/**
 * @param {string} file
 * @param {import('@/domain/media').Derivative} size
 * @returns {Promise<Buffer>}
 */
function resize(file, { width, height, format }) {
  const sized = sharp(file).resize(width, height, { fit: 'fill' })
  switch (format) {
    // at sharp's own effort of 4 one image takes 15 s
    case 'avif':
      return sized.avif({ quality: 55, effort: 2 }).toBuffer()
    case 'webp':
      return sized.webp({ quality: 78 }).toBuffer()
    case 'jpeg':
      return sized.flatten({ background: PAPER }).jpeg({ quality: 80, mozjpeg: true }).toBuffer()
  }
}

/**
 * @param {Question} question
 * @returns {Promise<ReadUpload | Buffer>}
 */
const answer = (question) =>
  question.kind === 'read' ? read(question.bytes) : resize(question.file, question.size)

// one after another: two large pictures at once take twice the memory
let last = Promise.resolve()
process.on('message', (/** @type {Asked} */ { id, question }) => {
  last = last
    .then(() => answer(question))
    .then(
      (result) => ({ id, result }),
      (error) => ({ id, error: String(error) }),
    )
    .then((answered) => void process.send?.(answered))
})
// what is in hand is finished; the server that asked for it ends this process
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
process.on('disconnect', () => process.exit())
