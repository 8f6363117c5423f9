import type { Facts } from '../facts'
import { missing } from '../evidence'
import type { Rule } from '../rule'

/** One link is enough for a note; an article has room for two. */
const NOTE_WORDS = 300
const ENOUGH = 2

export const internalLinks: Rule = {
  id: 'internal-links',
  part: 'search',
  weight: 8,
  asks: 'The text links to two other pages of the site, a note of up to 300 words to one. An address counts once.',
  source: 'Google Search Central, links that can be crawled; Rank Math and Yoast SEO.',
  check: (facts) =>
    facts.isBare
      ? null
      : count(facts, /^\/(?!\/)/, {
          why: 'The text leads to few other pages of this site.',
          mend: 'Link to an article or a page that readers may want next.',
        }),
}

export const sourceLinks: Rule = {
  id: 'source-links',
  part: 'search',
  weight: 9,
  asks: 'The text links to two pages elsewhere, a note of up to 300 words to one. An address counts once.',
  source: 'Rank Math and Yoast SEO; readers can see for themselves what an article rests on.',
  check: (facts) =>
    count(facts, /^https?:\/\//i, {
      why: 'The text leads to few sources.',
      mend: 'Link to the document, the figures or the words that it speaks about.',
    }),
}

/** What only points elsewhere within a page is no other page. */
const pageOf = (href: string) =>
  href
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .replace(/^https?:\/\/(www\.)?/i, '')
    .toLowerCase()

function count({ body, subject }: Facts, pattern: RegExp, said: { why: string; mend: string }) {
  const wanted = Math.min(ENOUGH, Math.ceil(lengthIn(body) / NOTE_WORDS))
  if (wanted === 0) return null
  const pages = new Set(
    body.flatMap(({ text, block }) =>
      block.marks.flatMap(({ kind, href = '', from, to }) =>
        kind === 'link' && pattern.test(href) && (isTold(text.slice(from, to)) || block.kind === 'caption')
          ? pageOf(href)
          : [],
      ),
    ),
  )
  pages.delete(`/articles/${subject.slug}`)
  const share = Math.min(1, pages.size / wanted)
  return { share, evidence: share < 1 ? [missing({ field: 'body', block: 0, from: 0, to: 0 }, said)] : [] }
}

const isRead = (text: string) => /[\p{L}\p{N}]/u.test(text)
/** A letter that is a link tells nobody where it leads. */
const isTold = (text: string) => (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) > 1
const lengthIn = (body: Facts['body']) =>
  body.reduce(
    (sum, { text, block }) => (block.kind === 'code' ? sum : sum + text.split(/\s+/).filter(isRead).length),
    0,
  )
