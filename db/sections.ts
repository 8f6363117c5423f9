import { asc } from 'drizzle-orm'
import type { Section } from '@/domain/sections'
import { parseSection } from '@/domain/sections'
import { db } from './client'
import { sections } from './schema/site'
import { oncePerRender, tracks } from './touches'

/** The home page, top to bottom. */
export const listSections = oncePerRender(async (): Promise<Section[]> => {
  tracks('sections')
  const rows = await db()
    .select({ kind: sections.kind, data: sections.data })
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.id))
  return rows.map(({ kind, data }) => parseSection(kind, data))
})
