import { asc } from 'drizzle-orm'
import type { Section } from '@/domain/sections'
import { parseSection } from '@/domain/sections'
import { whileUntouched } from './remembered'
import { sections } from './schema/site'
import { tracks } from './touches'

const readAll = whileUntouched('sections', async (from): Promise<Section[]> => {
  const rows = await from
    .select({ kind: sections.kind, data: sections.data })
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.id))
  return rows.map(({ kind, data }) => parseSection(kind, data))
})

/** The home page, top to bottom. */
export async function listSections(): Promise<Section[]> {
  tracks('sections')
  return readAll()
}
