import { desc, eq, inArray, lt } from 'drizzle-orm'
import type { Actor } from '@/domain/actor'
import { actorMay } from '@/domain/actor'
import type { Derivative, ImageType } from '@/domain/media'
import { derivativeName } from '@/domain/media'
import type { Listing } from '@/domain/paging'
import { decodeCursor, idKey, page } from '@/domain/paging'
import { record } from './audit'
import type { Db, Tx } from './client'
import { db, transact } from './client'
import { enqueue } from './jobs'
import { media } from './schema/media'
import { touches, tracks } from './touches'

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
  return new Map(rows.map((row) => [row.id, viewOf(row)]))
}

const viewOf = <T extends { focalX: number; focalY: number }>({ focalX, focalY, ...image }: T) => ({
  ...image,
  focal: { x: focalX / 1000, y: focalY / 1000 },
})

/** Every image of the site, the newest first. */
export async function listImages({
  after,
  limit = 24,
}: {
  after?: string | null
  limit?: number
}): Promise<Listing<ImageView>> {
  const key = decodeCursor(after, idKey)
  const rows = await db()
    .select(columns)
    .from(media)
    .where(key ? lt(media.id, key) : undefined)
    .orderBy(desc(media.id))
    .limit(limit + 1)
  return page(rows.map(viewOf), limit, (last) => last.id)
}

export async function getImage(id: number): Promise<ImageView | null> {
  return (await listImagesByIds([id])).get(id) ?? null
}

/** Offers sizes whose files are finished; every document that shows the image is made anew. */
export async function addDerivatives(id: number, finished: Derivative[]): Promise<void> {
  await transact(async (tx) => {
    const [row] = await tx
      .select({ hash: media.hash, derivatives: media.derivatives })
      .from(media)
      .where(eq(media.id, id))
    if (!row) return
    const { hash } = row
    const byName = new Map(
      [...row.derivatives, ...finished].map((derivative) => [derivativeName(hash, derivative), derivative]),
    )
    await tx
      .update(media)
      .set({ derivatives: [...byName.values()] })
      .where(eq(media.id, id))
    await touches(tx, `media:${id}`)
  })
}

export type NewImage = {
  hash: string
  type: ImageType
  bytes: number
  width: number
  height: number
  alt: string
  credit: string
}

/** Stores an image whose original is kept already. The same picture is stored once, under its first texts. */
export function add(
  actor: Actor,
  image: NewImage,
  now: Date,
): Promise<{ kind: 'done'; image: ImageView } | { kind: 'refused'; reason: 'forbidden' }> {
  return transact(async (tx) => {
    if (!actorMay(actor, 'upload')) return { kind: 'refused', reason: 'forbidden' }
    const [known] = await tx.select({ id: media.id }).from(media).where(eq(media.hash, image.hash))
    const id = known?.id ?? (await insert(tx, actor, image, now))
    const stored = (await listImagesByIds([id], tx)).get(id)
    if (!stored) throw new Error('The image was not stored')
    return { kind: 'done', image: stored }
  })
}

/** Stores an image and asks for its sizes. */
export async function insert(tx: Tx, actor: Actor, image: NewImage, now: Date): Promise<number> {
  const [row] = await tx
    .insert(media)
    .values({ ...image, derivatives: [], createdAt: now })
    .returning({ id: media.id })
  if (!row) throw new Error('The image was not stored')
  const { id } = row
  await enqueue(tx, 'derive-image', { mediaId: id }, { dueAt: now, uniqueKey: `derive-image:${id}` })
  await record(tx, actor, now, { verb: 'media.add', subject: `media:${id}`, after: image })
  await touches(tx, `media:${id}`)
  return id
}
