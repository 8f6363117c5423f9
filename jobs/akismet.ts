import { type Config, config } from '@/config'
import * as akismet from '@/db/akismet'
import type { Question } from '@/db/akismet'
import { type Akismet, getAkismet } from '@/db/settings'
import { articlePath } from '@/domain/articles'
import { akismetForm, type Lesson, standIn } from '@/domain/moderation/akismet'
import { fetchGuarded } from '@/net/fetch'

// five minutes of trying; the queue's own bound stays for what takes the process down
const TRIES = 7
const WAIT_MS = 5_000
const REST_MS = 10_000

type Site = Pick<Config, 'siteUrl' | 'allowsLoopback'>

/** Does what a comment waits for that would otherwise be published. A failure is thrown, for the queue to try again. */
export async function checkComment(
  { commentId }: { commentId: number },
  now: Date,
  attempts: number,
  site: Site = config(),
): Promise<void> {
  const waiting = await akismet.getQuestion(commentId)
  if (!waiting) return
  const { question, isDecided } = waiting
  const service = isDecided ? null : await getAkismet()
  try {
    const stand = service ? await check(service, question, site) : 'failed'
    await akismet.settle(question, stand, now)
  } catch (error) {
    if (attempts < TRIES) throw error
    await akismet.settle(question, 'failed', now)
  }
}

/** Tells Akismet where moderators decided otherwise. */
export async function teachAkismet(
  { commentId }: { commentId: number },
  site: Site = config(),
): Promise<void> {
  const service = await getAkismet()
  const due = service && (await akismet.getLesson(commentId))
  if (!due) return
  await ask(service, due.lesson, due.question, site)
  await akismet.keepLesson(commentId, due.lesson)
}

async function check(service: Akismet, question: Question, site: Site) {
  const { body, tip } = await ask(service, 'comment-check', question, site)
  const stand = standIn(body, tip)
  if (stand === null) throw new Error('Akismet gave no answer that is one')
  return stand
}

/** Many comments may wait for one service that is away: one of them finds out, the others do not hold the worker up. */
let away = { url: '', until: 0 }

async function ask(
  { key, url }: Akismet,
  verb: 'comment-check' | Lesson,
  { slug, ...told }: Question,
  site: Site,
): Promise<{ body: string; tip: string | undefined }> {
  if (away.url === url && performance.now() < away.until) throw new Error('Akismet did not answer just now')
  const blog = site.siteUrl.origin
  const permalink = slug === null ? blog : new URL(articlePath(slug), site.siteUrl).href
  const { port } = new URL(url)
  // a redirect would carry the key to somebody else
  const answer = await fetchGuarded(`${url.replace(/\/+$/, '')}/1.1/${verb}`, {
    form: akismetForm({ ...told, permalink }, { key, blog }),
    siteUrl: site.siteUrl,
    allowsLoopback: site.allowsLoopback,
    ports: port === '' ? [] : [Number(port)],
    maxMs: WAIT_MS,
    maxBytes: 10_000,
    maxRedirects: 0,
  })
  if (answer.kind === 'answered' && answer.status === 200) {
    const tip = answer.headers['x-akismet-pro-tip']
    return { body: answer.body.toString(), tip: typeof tip === 'string' ? tip : undefined }
  }
  away = { url, until: performance.now() + REST_MS }
  throw new Error(
    answer.kind === 'answered' ? `Akismet answered with ${answer.status}` : `Akismet: ${answer.reason}`,
  )
}
