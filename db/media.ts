import { inArray } from 'drizzle-orm'
import type { Derivative, ImageType } from '@/domain/media'
import type { Db } from './client'
import { db } from './client'
import { media } from './schema'
import { tracks } from './touches'

export type ImageView = {
  id: number
  hash: string
  type: ImageType
  width: number
  height: number
  alt: string
  credit: string
  /** The point that stays in view when the image is cropped, 0 to 1 of width and height. */
  focal: { x: number; y: number }
  derivatives: Derivative[]
}

const columns = {
  id: media.id,
  hash: media.hash,
  type: media.type,
  width: media.width,
  height: media.height,
  alt: media.alt,
  credit: media.credit,
  focalX: media.focalX,
  focalY: media.focalY,
  derivatives: media.derivatives,
}

/** The images by id, in one query; ids that are null or unknown are left out. */
export async function listImagesByIds(
  ids: Iterable<number | null>,
  from: Db = db(),
): Promise<Map<number, ImageView>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  tracks(...wanted.map((id) => `media:${id}`))
  const rows = await from.select(columns).from(media).where(inArray(media.id, wanted))
  return new Map(
    rows.map(({ focalX, focalY, ...image }) => [
      image.id,
      { ...image, focal: { x: focalX / 1000, y: focalY / 1000 } },
    ]),
  )
}

export async function getImage(id: number): Promise<ImageView | null> {
  return (await listImagesByIds([id])).get(id) ?? null
}
