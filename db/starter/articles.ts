import type { Actor } from '@/domain/actor'
import { fromMarkdown } from '@/domain/document/markdown'
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

/** Publishes every article at its own date, with its thread. */
export async function insertArticles(
  tx: Tx,
  actor: Actor,
  texts: StarterArticle[],
  findPicture: FindPicture,
): Promise<void> {
  const personIds = idsOf(await tx.select({ slug: people.slug, id: people.id }).from(people))
  const topicIds = idsOf(await tx.select({ slug: topics.slug, id: topics.id }).from(topics))
  const drafts: { id: number; slug: string; publishAt: Date }[] = []
  // all have their addresses before the first is published, so that links find each other in any order
  for (const text of texts) {
    const { publishAt, title, summary, description, keyphrase, caption } = text
    const peopleIds = found(personIds, text.people)
    const slug = await freeSlug(tx, title)
    const [row] = await tx
      .insert(articles)
      .values({ slug, ownerId: peopleIds[0], createdAt: publishAt, updatedAt: publishAt })
      .returning({ id: articles.id })
    if (!row) throw new Error('The article was not stored')
    const document = fromMarkdown(text.markdown, {
      figure: (src) => findPicture(artNotation.parse(src), LEAD.width),
    })
    const input = {
      ...{ title, summary, description, keyphrase, document, peopleIds },
      topicIds: found(topicIds, text.topics),
      leadImageId: findPicture(text.art, LEAD.width),
      leadCaption: caption,
    }
    await insertRevision(tx, actor, { articleId: row.id, input, reason: 'create' }, publishAt)
    drafts.push({ id: row.id, slug, publishAt })
  }
  for (const { id, slug, publishAt } of drafts) {
    const subject = await getSubject(id, tx)
    if (!subject) throw new Error('The article has no revision')
    await makePublic(tx, actor, { ...subject, cleared: clearedAtHome(subject.draft), publishAt }, publishAt)
    await insertThread(tx, { id, revisionId: subject.draft.id, publishAt }, threads[slug] ?? [], personIds)
  }
}
