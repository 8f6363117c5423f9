import type { Materials, PlannedArticle } from '@/db/fill'
import type { DocumentNode, StoredDocument } from '@/domain/document/stored'
import { countWords, linksIn, plainText } from '@/domain/document/text'
import { slugify } from '@/domain/slug'
import { heading, paragraph, sentence, title } from './prose'
import type { Random } from './random'
import { randomFrom } from './random'

export type ArticlePlan = { count: number; seed: number; from: Date; until: Date; materials: Materials }

/** Apart from the other uses of a seed, so that a title is known without planning the article. */
const TITLES = 1
const BODIES = 2

const titleOf = (plan: ArticlePlan, index: number) => title(randomFrom(plan.seed, TITLES, index))
const slugOf = (plan: ArticlePlan, index: number) =>
  slugify(`${titleOf(plan, index)} ${plan.materials.nextNumber + index}`)

/** Articles of many lengths, spread evenly over the time, the oldest first; some link to earlier ones. */
export function* planArticles(plan: ArticlePlan): Generator<PlannedArticle> {
  for (let index = 0; index < plan.count; index++) yield planArticle(plan, index)
}

function planArticle(plan: ArticlePlan, index: number): PlannedArticle {
  const random = randomFrom(plan.seed, BODIES, index)
  const { people, topicIds, imageIds } = plan.materials
  const name = titleOf(plan, index)
  const summary = sentence(random)
  const share = (plan.until.getTime() - plan.from.getTime()) / plan.count
  const mentioned = index > 0 && random.chance(0.2) ? random.between(0, index - 1) : null
  const document = write(random, mentioned === null ? null : `/articles/${slugOf(plan, mentioned)}`)
  return {
    slug: slugOf(plan, index),
    title: name,
    summary,
    description: summary.slice(0, 155),
    keyphrase: '',
    discussion: random.chance(0.05) ? 'closed' : random.chance(0.03) ? 'open' : 'inherit',
    peopleIds: some(
      random,
      people.map(({ id }) => id),
      random.chance(0.1) ? 2 : 1,
    ),
    topicIds: some(random, topicIds, random.between(1, 2)),
    leadImageId: some(random, imageIds, 1)[0] ?? null,
    publishAt: new Date(plan.from.getTime() + Math.floor((index + random.next()) * share)),
    document,
    wordCount: countWords(plainText(document)),
    links: linksIn(document).map((link) => ({ ...link, target: mentioned })),
  }
}

/** So many different ones of a list, or all of a shorter list. */
function some(random: Random, ids: number[], many: number): number[] {
  const start = random.between(0, Math.max(0, ids.length - 1))
  const chosen = [start, start + 1].slice(0, many).flatMap((at) => ids[at % ids.length] ?? [])
  return [...new Set(chosen)]
}

const text = (value: string): DocumentNode => ({ type: 'text', text: value })
const block = (type: string, content: DocumentNode[]): DocumentNode => ({ type, content })
const prose = (random: Random): DocumentNode =>
  block('paragraph', [text(paragraph(random, random.between(2, 6)))])

function write(random: Random, href: string | null): StoredDocument {
  // most are short, a few are long: about 150 to 2 500 words
  const parts = 1 + Math.floor(random.next() ** 2 * 10)
  const content = [prose(random), ...Array.from({ length: parts }, () => part(random)).flat()]
  if (href) content.push(linking(random, href))
  return { version: 1, doc: { type: 'doc', content } }
}

function part(random: Random): DocumentNode[] {
  const name: DocumentNode = { type: 'heading', attrs: { level: 2 }, content: [text(heading(random))] }
  const blocks = [name, prose(random), prose(random)]
  if (random.chance(0.25)) blocks.push(quote(random))
  if (random.chance(0.25)) blocks.push(list(random))
  return blocks
}

const quote = (random: Random): DocumentNode => ({
  type: 'blockquote',
  attrs: { citation: '' },
  content: [block('paragraph', [text(sentence(random))])],
})

const list = (random: Random): DocumentNode =>
  block(
    'bulletList',
    Array.from({ length: random.between(2, 5) }, () =>
      block('listItem', [block('paragraph', [text(sentence(random))])]),
    ),
  )

const linking = (random: Random, href: string): DocumentNode =>
  block('paragraph', [
    text(`${sentence(random)} We wrote about that `),
    { type: 'text', text: 'some time ago', marks: [{ type: 'link', attrs: { href } }] },
    text(`. ${sentence(random)}`),
  ])
