import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Art } from '@/domain/art'
import { ART_KINDS } from '@/domain/art'
import { instantAt, wallTimeOf } from '@/domain/wall-time'

const list = z.string().transform((text) => text.split(',').map((part) => part.trim()))

/** `hub 11`, or `art:hub/11` as the address of a figure: which composition. */
export const artNotation = z
  .string()
  .regex(/^(art:)?[a-z]+[ /]\d+$/)
  .transform((text) => text.replace(/^art:/, '').split(/[ /]/))
  .pipe(z.tuple([z.enum(ART_KINDS), z.coerce.number<string>()]))
  .transform(([kind, seed]) => ({ kind, seed }))

const head = z.object({
  title: z.string(),
  summary: z.string(),
  description: z.string(),
  keyphrase: z.string(),
  people: list,
  topics: list,
  published: z.string(),
  art: artNotation,
  alt: z.string(),
  caption: z.string(),
})
export type StarterArticle = Omit<z.infer<typeof head>, 'published'> & {
  publishAt: Date
  markdown: string
  figures: { art: Art; alt: string }[]
}

const FIGURE = /^!\[([^\]]+)\]\((art:\S+)/gm

/** `2024-03-24T17:00:00Z`, or `9 days ago 09:15` by the clocks of a time zone. */
function instantOf(text: string, timeZone: string, now: Date): Date {
  const [, days, hour, minute] = /^(\d+) days ago (\d\d):(\d\d)$/.exec(text) ?? []
  if (days === undefined) return new Date(text)
  const today = wallTimeOf(now, timeZone)
  return instantAt(
    { ...today, day: today.day - Number(days), hour: Number(hour), minute: Number(minute) },
    timeZone,
  )
}

/** The articles of a folder of Markdown files with a head, the oldest first. */
export async function readArticles(folder: string, timeZone: string, now: Date): Promise<StarterArticle[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md'))
  const articles = await Promise.all(
    files.map(async (file) => {
      const source = await readFile(join(folder, file), 'utf8')
      const [, fields = '', markdown = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(source) ?? []
      const pairs = fields.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2))
      const { published, ...rest } = head.parse(Object.fromEntries(pairs))
      const figures = [...markdown.matchAll(FIGURE)].map(([, alt = '', src]) => ({
        art: artNotation.parse(src),
        alt,
      }))
      return { ...rest, publishAt: instantOf(published, timeZone, now), markdown, figures }
    }),
  )
  return articles.toSorted((a, b) => a.publishAt.getTime() - b.publishAt.getTime())
}
