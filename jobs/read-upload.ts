import type { Sharp } from 'sharp'
import type { ImageType } from '@/domain/media'
import sharp from './sharp'

// 50 megapixels is more than any camera of the trade makes, and 200 MB of memory when it is opened
const MAX_PIXELS = 50_000_000

export type ReadUpload =
  | { kind: 'image'; bytes: Buffer; type: ImageType; width: number; height: number }
  | { kind: 'refused'; reason: 'not-an-image' | 'too-many-pixels' }

/** What a picture really is, whatever it calls itself. Drawings are programs and not taken from outside. */
const WRITERS: Record<string, { type: ImageType; write: (picture: Sharp) => Sharp }> = {
  jpeg: { type: 'image/jpeg', write: (picture) => picture.jpeg({ quality: 90, mozjpeg: true }) },
  png: { type: 'image/png', write: (picture) => picture.png() },
  webp: { type: 'image/webp', write: (picture) => picture.webp({ quality: 90 }) },
  gif: { type: 'image/gif', write: (picture) => picture.gif() },
  heif: { type: 'image/avif', write: (picture) => picture.avif({ quality: 70, effort: 2 }) },
}

/**
 * Reads an uploaded picture by its content and writes it anew: upright, in sRGB, and without what the camera
 * noted of place, time and owner.
 */
export async function readUpload(upload: Uint8Array): Promise<ReadUpload> {
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
