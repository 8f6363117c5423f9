import { z } from 'zod'
import { ART_KINDS } from './art'

const line = z.string().trim().min(1).max(160)
const note = z.string().trim().max(240)
const passage = z.string().trim().min(1).max(1200)
const slug = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const art = z.object({ kind: z.enum(ART_KINDS), seed: z.int().min(0).max(0xffffffff) })
const list = <Item extends z.ZodType>(item: Item, most: number) => z.array(item).min(1).max(most)

const hero = z
  .object({ headline: line, emphasis: z.string().trim().max(80), lede: passage, art })
  .refine(({ headline, emphasis }) => headline.includes(emphasis), {
    path: ['emphasis'],
    error: 'Choose words that stand in the headline.',
  })

const work = z.object({
  title: line,
  note,
  items: list(
    z.object({ client: line, what: note, result: z.string().trim().min(1).max(24), measure: line }),
    12,
  ),
})

const services = z.object({ title: line, note, items: list(z.object({ name: line, text: passage }), 12) })
const articles = z.object({ title: line, note, count: z.int().min(1).max(12) })
const quotes = z.object({ items: list(z.object({ quote: passage, name: line, role: line }), 6) })
/** An empty list of people stands for everybody. */
const people = z.object({ title: line, note, people: z.array(slug).max(24) })
const story = z.object({ title: line, note, paragraphs: list(passage, 8) })
const contact = z.object({ headline: line, text: passage, callToAction: z.string().trim().min(1).max(60) })

export const SECTION_KINDS = [
  'hero',
  'work',
  'services',
  'articles',
  'quotes',
  'people',
  'story',
  'contact',
] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

const section = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hero'), data: hero }),
  z.object({ kind: z.literal('work'), data: work }),
  z.object({ kind: z.literal('services'), data: services }),
  z.object({ kind: z.literal('articles'), data: articles }),
  z.object({ kind: z.literal('quotes'), data: quotes }),
  z.object({ kind: z.literal('people'), data: people }),
  z.object({ kind: z.literal('story'), data: story }),
  z.object({ kind: z.literal('contact'), data: contact }),
])

/** One part of the home page: what it is, and everything that is written in it. */
export type Section = z.infer<typeof section>

/** Throws a ZodError when the data does not fit the kind. */
export const parseSection = (kind: string, data: unknown): Section => section.parse({ kind, data })
