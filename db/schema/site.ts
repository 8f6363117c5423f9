import { id, index, instant, integer, json, table, text, unique } from '../columns'

/** One row a key; its schema and default stand in `domain/settings.ts`. */
export const settings = table('settings', {
  key: text('key').primaryKey(),
  value: json<unknown>('value').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

/** The home page, top to bottom; the shapes stand in `domain/sections.ts`. */
export const sections = table(
  'sections',
  {
    id: id('id'),
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    data: json<unknown>('data').notNull(),
  },
  (t) => [index('sections_position').on(t.position, t.id)],
)

/** Old path to new path, both root-relative. */
export const redirects = table(
  'redirects',
  {
    id: id('id'),
    fromPath: text('from_path').notNull(),
    toPath: text('to_path').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [unique('redirects_from').on(t.fromPath), index('redirects_to').on(t.toPath)],
)
