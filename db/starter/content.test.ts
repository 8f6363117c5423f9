import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ART_KINDS, compose } from '@/domain/art'
import { parseSection } from '@/domain/sections'
import { people, sections, settings, topics } from './content'
import { threads, type StarterComment } from './threads'

const FOLDER = new URL('articles/', import.meta.url)
const FIELDS = 'title summary description keyphrase people topics published art alt caption'.split(' ')
const ART = new RegExp(`^(${ART_KINDS.join('|')})[ /]\\d+$`)
const FIGURE = /^!\[([^\]]+)\]\(art:(\S+) "([^"]+)"\)$/gm
const LINK = /\[[^\]]+\]\(([^)\s]+)\)/g

const articles = readdirSync(FOLDER).map((file) => {
  const source = readFileSync(new URL(file, FOLDER), 'utf8')
  const [, head = '', body = ''] = source.match(/^---\n(.*?)\n---\n(.*)$/s) ?? []
  const fields = Object.fromEntries(
    head.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
  )
  const prose = body.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]+`/g, '')
  return { slug: file.replace(/\.md$/, ''), fields, body, prose }
})
const slugs = articles.map(({ slug }) => slug)
const list = (value = '') => value.split(',').map((part) => part.trim())

describe.each(articles)('$slug', ({ slug, fields, body, prose }) => {
  it('has every field, and its slug comes from its title', () => {
    expect(Object.keys(fields).sort()).toEqual([...FIELDS].sort())
    expect(Object.values(fields).filter((value) => !value)).toEqual([])
    expect(slug).toBe(
      fields.title
        ?.toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, ''),
    )
  })

  it('is 500 to 900 words long under a description of 120 to 156 characters', () => {
    const words =
      prose
        .replace(FIGURE, '')
        .replace(/\]\([^)]*\)/g, ']')
        .match(/[\w’-]*\w/g) ?? []
    expect(words.length).toBeGreaterThanOrEqual(500)
    expect(words.length).toBeLessThanOrEqual(900)
    expect(fields.description?.length).toBeGreaterThanOrEqual(120)
    expect(fields.description?.length).toBeLessThanOrEqual(156)
  })

  it('names people, topics, pictures and a time that exist', () => {
    expect(people.map((person) => person.slug)).toEqual(expect.arrayContaining(list(fields.people)))
    expect(topics.map((topic) => topic.slug)).toEqual(expect.arrayContaining(list(fields.topics)))
    expect(fields.published).toMatch(
      /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ|\d+ days ago ([01]\d|2[0-3]):[0-5]\d)$/,
    )
    expect(fields.art).toMatch(ART)
    for (const [, , art] of body.matchAll(FIGURE)) expect(art).toMatch(ART)
  })

  it('links to starter articles and to https addresses only', () => {
    for (const [, href = ''] of prose.replace(FIGURE, '').matchAll(LINK)) {
      if (href.startsWith('/')) expect(slugs).toContain(href.replace('/articles/', ''))
      else expect(new URL(href).protocol).toBe('https:')
    }
  })

  it('says its keyphrase in the title, the description and the first paragraph', () => {
    const [first = ''] = body.split('\n\n')
    for (const text of [fields.title, fields.description, first])
      expect(text?.toLowerCase()).toContain(fields.keyphrase?.toLowerCase())
  })

  it('is set in typographic quotes and dashes', () => {
    const titled = prose.replace(FIGURE, '$1 $3').replace(/^\|(?:\s*:?-+:?\s*\|)+$/gm, '')
    for (const text of [titled, ...Object.values(fields)]) expect(straight(text)).toEqual([])
  })
})

describe('the articles together', () => {
  it('link from the European case to the resignation', () => {
    const european = articles.find(
      ({ slug }) => slug === 'european-union-launches-investigations-into-big-tech-dma',
    )
    expect(european?.body).toContain('](/articles/stability-ai-ceo-resigns-ai-centralization)')
  })

  it('use headings of two levels, lists, quotations, tables, code and figures', () => {
    const all = articles.map(({ body }) => body).join('\n')
    for (const form of [/^## /m, /^### /m, /^- /m, /^1\. /m, /^> /m, /^\| --- /m, /^```\w+$/m, FIGURE])
      expect(all).toMatch(form)
  })
})

describe('the pictures', () => {
  it.each(ART_KINDS)('of %s are under 6 KB on the wire', (kind) => {
    for (const seed of [1, 2, 3, 11, 42])
      expect(gzipSync(compose({ kind, seed, width: 1680, height: 720 })).length).toBeLessThan(6_000)
  })
})

describe('the constants', () => {
  it('hold sections that the home page accepts', () => {
    for (const { kind, data } of sections) expect(parseSection(kind, data)).toEqual({ kind, data })
  })

  it('introduce each person in 40 to 80 words', () => {
    for (const { biography } of people) {
      expect(biography.split(/\s+/).length).toBeGreaterThanOrEqual(40)
      expect(biography.split(/\s+/).length).toBeLessThanOrEqual(80)
    }
  })

  it('are set in typographic quotes', () => {
    for (const text of strings({ settings, people, topics, sections, threads }))
      expect(straight(text)).toEqual([])
  })
})

describe('the threads', () => {
  const comments = Object.values(threads).flatMap((thread) => thread.flatMap(flatten))

  it('belong to starter articles, and the resignation has none', () => {
    expect(slugs).toEqual(expect.arrayContaining(Object.keys(threads)))
    expect(threads['stability-ai-ceo-resigns-ai-centralization']).toBeUndefined()
  })

  it('come from the staff or from addresses that nobody owns', () => {
    for (const { staff, email } of comments) {
      if (staff) expect(people.map(({ slug }) => slug)).toContain(staff)
      if (email) expect(email).toMatch(/@example\.(com|org)$/)
    }
  })

  it('answer later than they were asked', () => {
    const inOrder = ({ minutesAfter, replies = [] }: StarterComment): boolean =>
      replies.every((reply) => reply.minutesAfter > minutesAfter && inOrder(reply))
    expect(Object.values(threads).flat().every(inOrder)).toBe(true)
  })

  it('keep a removed comment with its replies, and two that wait', () => {
    expect(comments.filter(({ state }) => state === 'held')).toHaveLength(2)
    expect(comments.find(({ state }) => state === 'removed')?.replies).toHaveLength(2)
  })
})

function flatten(comment: StarterComment): StarterComment[] {
  return [comment, ...(comment.replies ?? []).flatMap(flatten)]
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}

/** Straight quotes, and hyphens that stand for dashes, each with what is around it. */
function straight(text: string): string[] {
  return text.match(/.{0,12}(?:["']|\S --? |\.\.\.).{0,12}/g) ?? []
}
