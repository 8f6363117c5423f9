import { systemActor } from '@/domain/actor'
import type { Tx } from '../client'
import { transact } from '../client'
import { isEmpty } from '../emptiness'
import { topics } from '../schema/articles'
import { people } from '../schema/people'
import { sections, settings } from '../schema/site'
import { touches } from '../touches'
import { insertArticles, LEAD } from './articles'
import * as content from './content'
import type { FindPicture } from './pictures'
import { draw, insertPictures } from './pictures'
import { readArticles } from './read-article'

const starter = systemActor('Starter content')
const PORTRAIT = { width: 960, height: 1200 }

/**
 * Fills an empty database with the agency's site: all of it or, whatever happens, nothing.
 * `folder` holds its articles. Returns whether it was empty.
 */
export async function load(folder: string, now: Date): Promise<boolean> {
  if (!(await isEmpty())) return false
  const articles = await readArticles(folder, content.settings['site.timeZone'], now)
  // files first: a row never names a file that is not there
  const pictures = await Promise.all([
    ...content.people.map(({ art }) => draw({ art, ...PORTRAIT, alt: '' })),
    ...articles.flatMap((article) =>
      [article, ...article.figures].map(({ art, alt }) => draw({ art, ...LEAD, alt })),
    ),
  ])
  return transact(async (tx) => {
    // another process may have been as quick
    if (!(await isEmpty(tx))) return false
    const findPicture = await insertPictures(tx, starter, pictures, now)
    await insertSite(tx, findPicture, now)
    await insertArticles(tx, starter, articles, findPicture, now)
    return true
  })
}

async function insertSite(tx: Tx, findPicture: FindPicture, now: Date): Promise<void> {
  await tx
    .insert(settings)
    .values(Object.entries(content.settings).map(([key, value]) => ({ key, value, updatedAt: now })))
  await tx
    .insert(sections)
    .values(content.sections.map(({ kind, data }, position) => ({ kind, data, position })))
  await tx.insert(topics).values([...content.topics])
  await tx.insert(people).values(
    content.people.map(({ art, ...person }) => ({
      ...person,
      portraitId: findPicture(art, PORTRAIT.width),
      createdAt: now,
    })),
  )
  await touches(tx, 'site', 'sections', 'people', 'topics')
}
