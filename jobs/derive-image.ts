import { readFile } from 'node:fs/promises'
import type { Sharp } from 'sharp'
import { addDerivatives, getImage } from '@/db/media'
import { keepFile, mediaFile } from '@/db/media-files'
import type { Derivative } from '@/domain/media'
import { derivativeName, originalName, plannedDerivatives } from '@/domain/media'
import sharp from './sharp'

// the pages are served by the same two cores
sharp.concurrency(1)

const PAPER = '#ffffff'

function encoded(picture: Sharp, { width, height, format }: Derivative): Promise<Buffer> {
  const sized = picture.clone().resize(width, height, { fit: 'fill' })
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

/** Makes the sizes of an image that are still missing, then offers them. Run twice it finds nothing to do. */
export async function deriveImage({ mediaId }: { mediaId: number }): Promise<void> {
  const image = await getImage(mediaId)
  if (!image) return
  const made = new Set(image.derivatives.map((derivative) => derivativeName(image.hash, derivative)))
  const missing = plannedDerivatives(image).filter(
    (derivative) => !made.has(derivativeName(image.hash, derivative)),
  )
  if (missing.length === 0) return
  const picture = sharp(await readFile(mediaFile(originalName(image))))
  for (const derivative of missing)
    await keepFile(derivativeName(image.hash, derivative), await encoded(picture, derivative))
  await addDerivatives(mediaId, missing)
}
