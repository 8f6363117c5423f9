import type { Derivative, ImageType } from '@/domain/media'
import { id, instant, integer, json, table, text, unique } from '../columns'

export const media = table(
  'media',
  {
    id: id('id'),
    hash: text('hash').notNull(),
    type: text('type').$type<ImageType>().notNull(),
    bytes: integer('bytes').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    alt: text('alt').notNull().default(''),
    credit: text('credit').notNull().default(''),
    /** The point that stays in view when the image is cropped, in thousandths of width and height. */
    focalX: integer('focal_x').notNull().default(500),
    focalY: integer('focal_y').notNull().default(500),
    /** Only sizes that exist on disk. */
    derivatives: json<Derivative[]>('derivatives').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('media_hash').on(t.hash)],
)
