import type { Section, SectionKind } from '@/domain/sections'

/** What is written in a section of one kind. */
export type DataOf<Kind extends SectionKind> = Extract<Section, { kind: Kind }>['data']
