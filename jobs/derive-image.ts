import { addDerivatives, getImage } from '@/db/media'
import { keepFile, mediaFile } from '@/db/media-files'
import { derivativeName, originalName, plannedDerivatives } from '@/domain/media'
import { resize } from './images'

/** Makes the sizes of an image that are still missing, then offers them. Run twice it finds nothing to do. */
export async function deriveImage({ mediaId }: { mediaId: number }): Promise<void> {
  const image = await getImage(mediaId)
  if (!image) return
  const made = new Set(image.derivatives.map((derivative) => derivativeName(image.hash, derivative)))
  const missing = plannedDerivatives(image).filter(
    (derivative) => !made.has(derivativeName(image.hash, derivative)),
  )
  if (missing.length === 0) return
  const original = mediaFile(originalName(image))
  for (const derivative of missing)
    await keepFile(derivativeName(image.hash, derivative), await resize(original, derivative))
  await addDerivatives(mediaId, missing)
}
