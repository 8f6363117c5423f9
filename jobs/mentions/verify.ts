import { type Config, config } from '@/config'
import * as checks from '@/db/mention-checks'
import type { Checked, Question } from '@/db/mention-checks'
import { readPage } from '@/domain/mentions/reading'
import type { Page, ReadPage } from '@/domain/mentions/reading'
import { fetchGuarded, type Fetched } from '@/net/fetch'
import { decode } from './charset'
import { readApart } from './reader'

const PAGE = {
  accept: 'text/html, application/xhtml+xml, application/json;q=0.9, text/plain;q=0.8, */*;q=0.1',
  maxMs: 10_000,
  maxBytes: 1_000_000,
  cuts: true,
  maxRedirects: 5,
}

type Site = Pick<Config, 'siteUrl' | 'allowsLoopback'>
type Tools = {
  site: Site
  /** Reads a page, away from visitors where there is a thread for it. */
  read: (page: Page, target: string) => Promise<ReadPage>
}

/** Looks whether a page links to us as it is said to, and keeps what it says. */
export async function verifyMention(
  { mentionId }: { mentionId: number },
  now: Date,
  { site, read }: Tools = { site: config(), read: readApart },
): Promise<void> {
  const question = await checks.getQuestion(mentionId)
  if (question) await checks.settle(question, await check(question, { site, read }), now)
}

export const readHere: Tools['read'] = (page, target) => Promise.resolve(readPage(page, target))

async function check({ source, target }: Question, { site, read }: Tools): Promise<Checked> {
  const answer = await fetchGuarded(source, {
    ...site,
    ...PAGE,
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
  return read({ url, type, text: decode(body, type) }, target)
}

type Failure = Extract<Fetched, { kind: 'failed' }>['reason']

/** A name or an address that leads nowhere may be put right; where it leads to a place that nobody may go is said at once. */
const failed = (reason: Failure): Checked =>
  reason === 'address' || reason === 'redirects'
    ? { kind: 'gone', reason: 'address' }
    : { kind: 'later', reason: 'unreachable' }
