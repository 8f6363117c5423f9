import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { MentionReading } from '@/domain/mentions/reading'
import { judgeMention, type MentionVerdict, restAfter, RESTING_MAX } from '@/domain/mentions/rules'
import type { GoneReason, MentionState } from '@/domain/mentions/states'
import { find, type Findings } from '@/domain/moderation/findings'
import { read } from '@/domain/moderation/reading'
import { type Db, db, transact, type Tx } from './client'
import { isKeptName } from './kept-names'
import { askToVerify, doWait } from './mention-intake'
import { getRules } from './rules'
import { articles } from './schema/articles'
import { doubt } from './score-work'
import { mentions } from './schema/mentions'
import { getMentionMode, getPolicy } from './settings'
import { touches } from './touches'

type Row = typeof mentions.$inferSelect

/** What the worker is to look for, and where. */
export type Question = {
  id: number
  source: string
  target: string
  /** Where its article is now, if its link was found before. */
  slug: string | null
}

/** What it found. `later`: nobody answered for now. */
export type Checked =
  | { kind: 'found'; reading: MentionReading; target: string }
  | { kind: 'gone'; reason: GoneReason }
  | { kind: 'later'; reason: GoneReason }

/** null where nothing is to be looked at any more. */
export async function getQuestion(id: number): Promise<Question | null> {
  const [row] = await db()
    .select({
      id: mentions.id,
      source: mentions.source,
      target: mentions.target,
      state: mentions.state,
      slug: articles.slug,
    })
    .from(mentions)
    .innerJoin(articles, eq(articles.id, mentions.articleId))
    .where(eq(mentions.id, id))
  if (!row || row.state === 'spam' || row.state === 'removed') return null
  const { state, slug, ...question } = row
  return { ...question, slug: state === 'held' || state === 'published' ? slug : null }
}

/** Gives a mention what was found where it comes from. Done twice, done once. */
export async function settle({ id }: Question, checked: Checked, now: Date): Promise<void> {
  const findings = checked.kind === 'found' ? await examine(id, checked.reading, now) : null
  await transact(
    async (tx) => {
      const [row] = await tx.select().from(mentions).where(eq(mentions.id, id))
      if (!row || row.state === 'spam' || row.state === 'removed') return
      if (checked.kind === 'found' && findings) await keep(tx, row, checked, findings, now)
      else if (checked.kind === 'gone') await drop(tx, row, checked.reason, now)
      else if (checked.kind === 'later') await rest(tx, row, checked.reason, now)
    },
    // with it the end of the job is lost, and the page is read once more
    { lasts: false },
  )
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** What the site's rules find in it, as in a comment: its words, and the hosts that it comes from and names. */
async function examine(id: number, reading: MentionReading, now: Date): Promise<Findings | null> {
  const [row] = await db()
    .select({ source: mentions.source, addressHash: mentions.addressHash })
    .from(mentions)
    .where(eq(mentions.id, id))
  if (!row) return null
  const { authorName: name, authorUrl, title, excerpt } = reading
  const author = authorUrl ? `<a href="${escaped(authorUrl)}"></a>` : ''
  const html = `<p>${escaped(title)}</p><p>${escaped(excerpt)}</p>${author}`
  const text = read({ name, email: '', website: row.source, html })
  return find(await getRules(db(), now), { name, email: '', addressHash: row.addressHash }, text, now)
}

type Said = Pick<Row, 'kind' | 'authorName' | 'authorUrl' | 'title' | 'excerpt'>

/** All that readers get to see. */
const said = ({ kind, authorName, authorUrl, title, excerpt }: Said) =>
  JSON.stringify([kind, authorName, authorUrl, title, excerpt])

type Found = Extract<Checked, { kind: 'found' }>

async function keep(
  tx: Tx,
  row: Row,
  { reading, target }: Found,
  findings: Findings,
  now: Date,
): Promise<void> {
  // who could be taken for somebody of the house is known by their site
  const authorName = (await isKeptName(reading.authorName)) ? '' : reading.authorName
  const kept = { ...reading, authorName, target }
  const isNew = row.state === 'waiting' || row.state === 'gone'
  const stands: MentionVerdict | null =
    !isNew && said(row) === said(kept)
      ? null
      : judgeMention({
          mode: await getMentionMode(),
          isKnown: await isKnownHost(tx, row.host),
          findings,
          learns: (await getPolicy()).learned === 'hold',
        })
  const { state, reasons } = stands ?? row
  await tx
    .update(mentions)
    .set({ ...kept, state, reasons, failure: '', verifiedAt: now, attempts: 0 })
    .where(eq(mentions.id, row.id))
  await tell(tx, row, state, now)
}

async function isKnownHost(from: Db, host: string): Promise<boolean> {
  const rows = await from
    .select({ id: mentions.id })
    .from(mentions)
    .where(
      and(eq(mentions.host, host), inArray(mentions.state, ['published']), isNotNull(mentions.decidedAt)),
    )
    .limit(1)
  return rows.length > 0
}

const NOTHING = {
  authorName: '',
  authorUrl: '',
  authorPhoto: '',
  title: '',
  excerpt: '',
  publishedAt: null,
}

/** Of what its author took away nothing is kept but where it stood. */
async function drop(tx: Tx, row: Row, failure: GoneReason, now: Date): Promise<void> {
  await tx
    .update(mentions)
    .set({ ...NOTHING, state: 'gone', failure, attempts: 0 })
    .where(eq(mentions.id, row.id))
  await tell(tx, row, 'gone', now)
}

/** What was not seen and cannot be reached is given up, at once where that keeps others out; what was seen stays. */
async function rest(tx: Tx, row: Row, failure: GoneReason, now: Date): Promise<void> {
  const attempts = row.attempts + 1
  const restMs = restAfter(attempts)
  const isWaiting = row.state === 'waiting'
  if (restMs === null && (isWaiting || failure === 'deleted')) return drop(tx, row, failure, now)
  if (isWaiting && (await doWait(tx, RESTING_MAX))) return drop(tx, row, failure, now)
  await tx
    .update(mentions)
    .set({ attempts: restMs === null ? 0 : attempts, failure })
    .where(eq(mentions.id, row.id))
  if (restMs === null) return
  await askToVerify(tx, { mentionId: row.id }, new Date(now.getTime() + restMs))
}

/** Says that readers see something else, where they do, or that it is no longer shown unverified. */
async function tell(
  tx: Tx,
  { articleId, state: before, verifiedAt }: Row,
  after: MentionState,
  now: Date,
): Promise<void> {
  if (before === 'published' || after === 'published') await touches(tx, `article:${articleId}`)
  if (before === 'published' && verifiedAt === null) await doubt(tx, [articleId], now, { isPublic: true })
}
