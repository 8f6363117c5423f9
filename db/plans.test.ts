import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/domain/actor'
import { encodeCursor } from '@/domain/paging'
import { dropOldAddresses } from './addresses'
import * as activity from './activity'
import { getPageBefore, listAll } from './all-mentions'
import * as articles from './articles'
import * as readOn from './read-on'
import * as batches from './batches'
import { opened } from './client'
import { listClosingSoon } from './closing-soon'
import { listClosedLately } from './closed-lately'
import { getInContext } from './comment-context'
import { at, crowd, grow, say, setPolicy } from './comment-fixtures'
import { getFile } from './comment-file'
import { listComments, listNewestComments } from './comment-lists'
import { readMore } from './comment-search'
import * as desk from './desk'
import * as editing from './editing'
import { tellHeld } from './digests'
import { learn } from './learning'
import { listBans } from './bans'
import { skipAndUndo } from './repair-fixtures'
import { lookFurther } from './replace-search'
import * as replacing from './replacing'
import { countReported, reportsOf } from './reports'
import { tryRule } from './trials'
import { listHistory } from './discussion-history'
import { publishPlanned, type PlannedArticle } from './fill'
import { isCostly, watchPlans } from './plan-fixtures'
import { countFollowing } from './following'
import { documentOf, makeDraft, makePublished, makeStaff, makeTopic } from './fixtures'
import { listHonourable } from './honours'
import { listNamed } from './named-articles'
import { listQueue } from './queue'
import { countQueue } from './queue-counts'
import { listTold, listWaiting } from './mail-facts'
import { listMails } from './mails'
import { listOutgoing, listOutgoingOf } from './outgoing-lists'
import { lease as takeOutgoing, nextDue as nextOutgoing } from './outgoing-queue'
import { pruneOutgoing } from './outgoing-prune'
import { lease as takeLinks, linkStates, nextDue as nextLinks, pruneLinks } from './outside-links'
import { listNewest as listNewestMentions } from './mention-feeds'
import { importMention } from './mention-import'
import { receive } from './mention-intake'
import { pruneMentions } from './mention-prune'
import { countQueue as countMentionQueue, listQueue as listMentionQueue } from './mention-queue'
import { listSources } from './mention-sources'
import { countElsewhere, getElsewhere } from './mentions-elsewhere'
import { exportOf, summarise } from './personal-data'
import { listSitemapArticles } from './sitemap'
import { noteDay, listDays } from './score-days'
import { giveScore, scoreOf } from './score-fixtures'
import * as report from './score-report'
import * as runs from './score-runs'
import { gather } from './score-subject'
import { listDue } from './score-work'
import { getExplained, listScores } from './scores'
import { freshDatabase } from './testing'
import { listThread } from './threads'
import { listAllWaivers, listWaivers } from './waivers'

freshDatabase()

// the statements that verbs really send are asked for their plans: on an empty file, and on one whose statistics are known

const now = new Date('2026-06-01T12:00:00Z')
const owner = await makeStaff('owner')
const author = await makeStaff('author')
const topic = await makeTopic()
const discussed = await makePublished(owner, new Date('2024-03-24T16:00:00Z'))
const said = at(await grow(discussed.id, [null, 0, 1, 1, 2, 2]), 1)

await setPolicy({}, now)

const sent = {
  source: 'https://peer.example/',
  host: 'peer.example',
  target: 'https://us.example/',
  slug: discussed.slug,
  protocol: 'webmention',
  addressHash: null,
} as const

const words = { authorName: '', title: 'A page', excerpt: '' }
const imported = { ...sent, ...words, articleId: discussed.id, state: 'held', at: now } as const

const { plansOf, forget } = watchPlans()

const after = async (list: () => Promise<{ next: string | null }>) => (await list()).next

const LATER = encodeCursor([now.getTime(), 1])
const OF_OURS = encodeCursor(['here', [now.getTime(), 1]])

async function lookFor(actor: StaffActor, articleId: number | null) {
  const query = { find: 'Words', replacement: '', wholeWord: true, matchCase: true, open: [] }
  const begun = await replacing.begin(actor, { query, articleId }, now)
  if (begun.kind !== 'done') throw new Error(begun.reason)
  await lookFurther(begun.id, async () => [])
  const order = await replacing.getReplacement(actor, begun.id)
  if (order) await replacing.listFound(order, { after: 0 })
  await replacing.summarise(begun.id)
  await replacing.listReplacements(actor)
}

const LISTS: [string, () => Promise<unknown>][] = [
  ['the index', () => articles.listPublished(now, { limit: 5 })],
  [
    'its next page',
    async () =>
      articles.listPublished(now, {
        limit: 5,
        after: await after(() => articles.listPublished(now, { limit: 5 })),
      }),
  ],
  ['a topic', () => articles.listPublished(now, { topicId: topic.id, limit: 5 })],
  ['an author', () => articles.listPublished(now, { personId: author.personId, limit: 5 })],
  ['the sitemap', () => listSitemapArticles(1, now)],
  ['a discussion for programs', () => listComments(5, null, now)],
  ['what staff may pin', () => listHonourable(owner, discussed.id, encodeCursor([9, 9]), now)],
  ['a discussion', () => listThread(discussed.id, {}, now)],
  [
    'a discussion, the newest first',
    () => listThread(discussed.id, { order: 'newest', after: encodeCursor(9) }, now),
  ],
  ['a comment in its context', () => getInContext(said, {}, now)],
  ['the newest comments', () => listNewestComments(5, now)],
  ['networks of earlier days', () => dropOldAddresses(now)],
  ['the bans', () => listBans(owner, { after: LATER }, now)],
  ['a comment that is posted', () => say(discussed.id, now, { parentId: said, follow: true })],
  ['mentions of an article', () => getElsewhere(discussed.id)],
  ['all mentions of an article', () => listAll(discussed.id, now, { after: OF_OURS })],
  ['the mentions before', () => getPageBefore(discussed.id, now, { after: OF_OURS })],
  ['mentions that are old', () => Promise.all([pruneMentions(now), pruneOutgoing(now), pruneLinks(now)])],
  ['a mention that is imported', () => importMention(owner, imported, { site: new URL(sent.target), now })],
  ['how many mention articles', () => countElsewhere([discussed.id, discussed.id + 1])],
  ['mentions at the desk', () => listMentionQueue(owner, { state: 'held', after: encodeCursor(9) })],
  ['mentions of a site', () => listMentionQueue(owner, { state: 'held', host: 'a.example' })],
  ['mentions of an article at the desk', () => listMentionQueue(owner, { state: 'held', article: 1 })],
  ['how many mentions wait', () => countMentionQueue(owner, { state: 'held' })],
  ['who links to us', () => listSources(owner, { state: 'published', host: 'a', after: encodeCursor('a') })],
  ['the feed of mentions', () => listNewestMentions()],
  ['a mention that is sent', () => receive(sent, now)],
  ['waivers of an article', () => listWaivers(discussed.id)],
  ['waivers of all articles', () => listAllWaivers(encodeCursor(9))],
  ['what is told of comments that wait', () => tellHeld(now)],
  ['the reports of comments', () => reportsOf([said, said + 1])],
  ['how many comments are reported', () => countReported(owner)],
  ['a rule that is tried', () => tryRule(owner, { kind: 'links', from: 1 }, now)],
  ['what is learned from', () => learn(now)],
  ['scores of a list', () => listScores([discussed.id, discussed.id + 1], now)],
  ['the score of an article', () => getExplained(discussed.id, now)],
  ['what counts for a score', () => gather(discussed.id, now)],
  ['a score that is stored', () => giveScore(discussed.id, scoreOf(70, ['doubled-words']), now)],
  ['what can be mended', () => skipAndUndo(owner, discussed.id, now)],
  ['what is to be scored', () => listDue(now, 5)],
  ['the worst articles', () => report.listWorst(owner, {}, { limit: 5 }, now)],
  [
    'the worst articles of a kind, and on',
    () =>
      report.listWorst(
        author,
        { check: 'doubled-words', topic: topic.id, state: 'published' },
        { after: encodeCursor([50, 1]) },
        now,
      ),
  ],
  ['the problems', () => report.listProblems(owner)],
  ['the averages of a day', () => noteDay('2026-06-01', now)],
  ['the averages', () => listDays(owner, 90)],
  ['the next of a run', () => runs.listNext(1, 5)],
  ['the neighbours', () => readOn.getNeighbours({ id: 5, publishAt: now }, now)],
  ['related articles', () => readOn.listRelated({ id: 5, topics: [topic] }, now, 3)],
  ['the desk', () => desk.listArticles(owner, { limit: 5 }, now)],
  ['drafts at the desk', () => desk.listArticles(owner, { state: 'draft', limit: 5 }, now)],
  ['published articles at the desk', () => desk.listArticles(owner, { state: 'published', limit: 5 }, now)],
  ['scheduled articles at the desk', () => desk.listArticles(owner, { state: 'scheduled', limit: 5 }, now)],
  ['an author’s own articles', () => desk.listArticles(author, { limit: 5 }, now)],
  ['an author’s published articles', () => desk.listArticles(author, { state: 'published', limit: 5 }, now)],
  ['a search at the desk', () => desk.listArticles(owner, { search: 'planned', limit: 5 }, now)],
  ['the counts of the desk', () => desk.countByState(owner, now)],
  ['the counts of an author', () => desk.countByState(author, now)],
  ['a policy that is considered', () => countFollowing({ closeAfterDays: 14, clock: 'updated' }, now)],
  ['what many at once would do', () => batches.tryOut(owner, { act: 'close', filter: { topicId: 1 } }, now)],
  ['articles to look for words in', () => lookFor(owner, null)],
  ['an author’s articles to look for words in', () => lookFor(author, null)],
  ['one article to look for words in', () => lookFor(owner, discussed.id)],
  ['articles that are named', () => listNamed(owner, 'planned article')],
  ['the queue', () => listQueue(owner, { state: 'held', after: LATER }, now)],
  ['the queue from its end', () => listQueue(owner, { state: 'held', order: 'oldest' }, now)],
  ['the queue of an article', () => listQueue(owner, { state: 'spam', article: 5, after: LATER }, now)],
  ['the queue of an author', () => listQueue(owner, { state: 'published', author: 'a@example.com' }, now)],
  ['the queue of an age', () => listQueue(owner, { state: 'held', age: 'over-week' }, now)],
  ['a comment and its author', () => getFile(owner, 1, now)],
  ['the queue by a reason', () => listQueue(owner, { state: 'held', reason: 'trap' }, now)],
  ['what readers reported', () => listQueue(owner, { state: 'published', reported: true }, now)],
  ['what authors appealed against', () => listQueue(owner, { state: 'held', appealed: true }, now)],
  ['discussions by activity', () => activity.listBusiest(owner, 7, now)],
  ['how much is said', () => activity.countDays(owner, 'UTC', now)],
  ['what closes soon', () => listClosingSoon(owner, now)],
  [
    'what closes soon by a clock that starts again',
    async () => {
      await setPolicy({ clock: 'last-comment', closeAfterDays: 14 }, now)
      const choice = { discussion: 'closes-after', closeAfterDays: 9 } as const
      await editing.setDiscussion(owner, discussed.id, choice, now)
      forget()
      await listClosingSoon(owner, now)
    },
  ],
  ['what is held longest', () => activity.listHeldLongest(owner, now)],
  ['a search in the queue', () => listQueue(owner, { state: 'held', text: 'words' }, now)],
  ['the counts of the queue', () => countQueue(owner, { author: 'a@example.com', age: 'month' }, now)],
  ['what closed lately', () => listClosedLately(owner, now)],
  ['what others were told', () => listOutgoing(owner, { state: 'sent', after: encodeCursor(9) })],
  ['what others were told of an article', () => listOutgoingOf(5)],
  [
    'what others are to be told',
    () => takeOutgoing(now, { leaseMs: 1, limit: 5, perHost: 2, busy: ['a.example'] }),
  ],
  ['when others are told next', () => nextOutgoing()],
  ['links to look at', () => takeLinks(now, { leaseMs: 1, limit: 5, busy: ['a.example'] })],
  ['when links are looked at next', () => nextLinks()],
  ['what is known of links', () => linkStates(['https://a.example/', 'https://b.example/'])],
  ['the mail that was sent', () => listMails(owner, { state: 'sent', limit: 5 })],
  ['what waits, as mail tells it', () => listWaiting()],
  ['answers, as mail tells them', () => listTold(1, [said])],
  ['what is kept of a person', () => exportOf('nobody@example.com')],
  ['how much is kept of a person', () => summarise('nobody@example.com')],
  ['the history of a discussion', () => listHistory(5, now)],
]

const planned = (n: number): PlannedArticle => ({
  slug: `planned-${n}`,
  title: `Planned ${n}`,
  summary: '',
  description: '',
  keyphrase: '',
  discussion: 'inherit',
  peopleIds: [author.personId],
  topicIds: [topic.id],
  leadImageId: null,
  publishAt: new Date(now.getTime() - n * 60_000),
  document: documentOf('Words.'),
  wordCount: 1,
  links: [],
})

describe.each(['without statistics', 'with statistics'])('%s', (how) => {
  beforeAll(async () => {
    if (how === 'without statistics') return
    for (let n = 0; n < 3; n++) await makeDraft(owner)
    await publishPlanned(
      Array.from({ length: 3_000 }, (_, n) => planned(n + 1)),
      () => {},
    )
    await crowd(5, 3_000, now)
    await readMore(Infinity)
    opened().writer.exec('ANALYZE')
  })

  test.each(LISTS)('%s: rows are found by an index, and in its order', async (_list, work) => {
    const plans = await plansOf(work)
    expect(plans.length).toBeGreaterThan(0)
    expect(plans.filter(isCostly)).toEqual([])
  })

  test('an article: rows are found by an index, and in its order', async () => {
    expect((await plansOf(() => articles.getPublished('planned-1', now))).filter(isCostly)).toEqual([])
  })
})
