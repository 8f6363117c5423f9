import type { Actor } from '@/domain/actor'
import { fromMarkdown } from '@/domain/document/markdown'
import type { RevisionInput } from '@/domain/revision'
import type { Tx } from '../client'
import { insertRevision } from '../editing'
import { clearedAtHome } from '../gate'
import { makePublic } from '../publishing'
import { articles, topics } from '../schema/articles'
import { people } from '../schema/people'
import { freeSlug } from '../slugs'
import { getSubject } from '../subject'
import type { FindPicture } from './pictures'
import type { StarterArticle } from './read-article'
import { artNotation } from './read-article'
import { insertThread } from './thread'
import { threads } from './threads'

/** The size of lead images and figures. */
export const LEAD = { width: 1680, height: 945 }

type Ids = Map<string, number>
const idsOf = (rows: { slug: string; id: number }[]): Ids => new Map(rows.map(({ slug, id }) => [slug, id]))
const found = (ids: Ids, slugs: string[]) => slugs.flatMap((slug) => ids.get(slug) ?? [])

/** Publishes every article at its own date, with its thread, and leaves one damaged draft at the desk. */
export async function insertArticles(
  tx: Tx,
  actor: Actor,
  texts: StarterArticle[],
  findPicture: FindPicture,
  now: Date,
): Promise<void> {
  const personIds = idsOf(await tx.select({ slug: people.slug, id: people.id }).from(people))
  const topicIds = idsOf(await tx.select({ slug: topics.slug, id: topics.id }).from(topics))
  const drafts: { id: number; slug: string; publishAt: Date }[] = []
  const inputOf = (text: StarterArticle): RevisionInput => {
    const { title, summary, description, keyphrase, caption, markdown, art } = text
    return {
      ...{ title, summary, description, keyphrase },
      document: fromMarkdown(markdown, {
        figure: (src) => findPicture(artNotation.parse(src), LEAD.width),
      }),
      peopleIds: found(personIds, text.people),
      topicIds: found(topicIds, text.topics),
      leadImageId: findPicture(art, LEAD.width),
      leadCaption: caption,
    }
  }
  const insert = async (input: RevisionInput, slug: string | null, at: Date): Promise<number> => {
    const [row] = await tx
      .insert(articles)
      .values({ slug, ownerId: input.peopleIds[0], createdAt: at, updatedAt: at })
      .returning({ id: articles.id })
    if (!row) throw new Error('The article was not stored')
    await insertRevision(tx, actor, { articleId: row.id, input, reason: 'create' }, at)
    return row.id
  }
  // all have their addresses before the first is published, so that links find each other in any order
  for (const text of texts) {
    const { publishAt } = text
    const slug = await freeSlug(tx, text.title)
    drafts.push({ id: await insert(inputOf(text), slug, publishAt), slug, publishAt })
  }
  for (const { id, slug, publishAt } of drafts) {
    const subject = await getSubject(id, tx)
    if (!subject) throw new Error('The article has no revision')
    await makePublic(tx, actor, { ...subject, cleared: clearedAtHome(subject.draft), publishAt }, publishAt)
    await insertThread(tx, { id, revisionId: subject.draft.id, publishAt }, threads[slug] ?? [], personIds)
  }
  const whole = texts.find(({ title }) => title === DAMAGED.of)
  if (whole) await insert(inputOf(damaged(whole)), null, now)
}

/** A draft that shows what the gate is for: a whole article after somebody replaced a word everywhere. */
const DAMAGED = {
  of: 'Stability AI CEO Resigns: AI Centralization',
  title: 'Before repair: Stability AI CEO Resigns',
}

const damaged = (text: StarterArticle): StarterArticle => ({
  ...text,
  title: DAMAGED.title,
  markdown: text.markdown.replace(/\bAI\b/g, 'It'),
})
