import type { Actor } from '@/domain/actor'
import type { Art } from '@/domain/art'
import { compose } from '@/domain/art'
import { originalName } from '@/domain/media'
import type { Tx } from '../client'
import { insert } from '../media'
import { hashOf, keepFile } from '../media-files'

export type Picture = { art: Art; width: number; height: number; alt: string }
export type DrawnPicture = Picture & { hash: string; bytes: number }

/** Composes a picture and keeps it among the originals; drawn twice it is the same file. */
export async function draw(picture: Picture): Promise<DrawnPicture> {
  const svg = compose({ ...picture.art, width: picture.width, height: picture.height })
  const hash = hashOf(svg)
  await keepFile(originalName({ hash, type: 'image/svg+xml' }), svg)
  return { ...picture, hash, bytes: Buffer.byteLength(svg) }
}

/** Finds the stored picture that was drawn of something in a width; null where there is none. */
export type FindPicture = (art: Art, width: number) => number | null

/** Gives drawn pictures their rows; their JPEGs, which only other sites show, are made once the pages are served. */
export async function insertPictures(
  tx: Tx,
  actor: Actor,
  pictures: DrawnPicture[],
  now: Date,
): Promise<FindPicture> {
  const ids = new Map<string, number>()
  const keyOf = ({ kind, seed }: Art, width: number) => `${kind} ${seed} ${width}`
  for (const { art, ...picture } of pictures) {
    const key = keyOf(art, picture.width)
    if (!ids.has(key))
      ids.set(key, await insert(tx, actor, { ...picture, type: 'image/svg+xml', credit: '' }, now))
  }
  return (art, width) => ids.get(keyOf(art, width)) ?? null
}
