import { type Config, config } from '@/config'
import * as checks from '@/db/mention-checks'
import type { Checked } from '@/db/mention-checks'
import { articlePath } from '@/domain/articles'
import type { JobPayload } from '@/domain/jobs'
import { readPage } from '@/domain/mentions/reading'
import type { Page, ReadPage } from '@/domain/mentions/reading'
import { fetchGuarded, type Fetched } from '@/net/fetch'
import { decode } from './charset'
import { readApart } from './reader'

const PAGE = {
  accept: 'text/html, application/xhtml+xml, application/json;q=0.9, text/plain;q=0.8, */*;q=0.1',
  maxBytes: 1_000_000,
  cuts: true,
  maxRedirects: 5,
}

type Site = Pick<Config, 'siteUrl' | 'allowsLoopback'>
type Tools = {
  site: Site
  /** Reads a page, away from visitors where there is a thread for it. */
  read: (page: Page, target: string) => Promise<ReadPage>
  /** How long a page may take. */
  maxMs: number
}

/**
 * Looks whether a page links to us as it is said to, and keeps what it says. What was found before stays as long as the
 * address is there that it was found by, that it is sent with now, or that the article has: anybody may send anything.
 */
export async function verifyMention(
  { mentionId, target }: JobPayload<'verify-mention'>,
  now: Date,
  tools: Tools = { site: config(), read: readApart, maxMs: 10_000 },
): Promise<void> {
  const question = await checks.getQuestion(mentionId)
  if (!question) return
  const { slug } = question
  const targets = [question.target]
  if (slug !== null)
    targets.push(target ?? question.target, new URL(articlePath(slug), tools.site.siteUrl).href)
  await checks.settle(question, await check(question.source, [...new Set(targets)], tools), now)
}

export const readHere: Tools['read'] = (page, target) => Promise.resolve(readPage(page, target))

async function check(source: string, targets: string[], { site, read, maxMs }: Tools): Promise<Checked> {
  const answer = await fetchGuarded(source, {
    ...site,
    ...PAGE,
    maxMs,
    // what we say of ourselves is known without asking, wherever a redirect leads
    refuses: ({ host }) => host === site.siteUrl.host,
  })
  if (answer.kind === 'failed') return failed(answer.reason)
  const { status, url, headers, body } = answer
  if (status === 410) return { kind: 'gone', reason: 'deleted' }
  if (status === 404) return { kind: 'later', reason: 'deleted' }
  if (status === 401 || status === 403) return { kind: 'gone', reason: 'private' }
  if (status < 200 || status > 299) return { kind: 'later', reason: 'unreachable' }
  const type = headers['content-type'] ?? ''
  const page = { url, type, text: decode(body, type) }
  let gone: Checked = { kind: 'gone', reason: 'no-link' }
  for (const target of targets) {
    const found = await read(page, target)
    if (found.kind === 'found') return { ...found, target }
    gone = found
    if (found.reason !== 'no-link') break
  }
  return gone
}

type Failure = Extract<Fetched, { kind: 'failed' }>['reason']

/** A name or an address that leads nowhere may be put right; where it leads to a place that nobody may go is said at once. */
const failed = (reason: Failure): Checked =>
  reason === 'address' || reason === 'redirects'
    ? { kind: 'gone', reason: 'address' }
    : { kind: 'later', reason: 'unreachable' }
