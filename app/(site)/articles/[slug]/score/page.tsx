import type { Metadata, Route } from 'next'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { Explanation, NotYet } from '@/components/score/explanation'
import { Still } from '@/components/still'
import { getRedirect } from '@/db/redirects'
import { getExplained } from '@/db/scores'
import { articlePath, scorePath } from '@/domain/articles'
import { readDocument } from '@/domain/score/reading'
import { describe } from '../../../describe'
import { NOT_FOUND, NotFoundPage } from '../../../not-found-page'
import { getArticle, getSite, now } from '../../../request'

type Props = PageProps<'/articles/[slug]/score'>

/** The article whose score readers are shown; null where there is none, and where it is kept to the desk. */
const getShown = cache(async (slug: string) => {
  const article = await getArticle(slug)
  return article?.showsScore ? article : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await getShown((await params).slug)
  if (!article) return NOT_FOUND
  const description = describe({
    site: await getSite(),
    title: `The score of ${article.title}`,
    description: `How the score of “${article.title}” came about, check by check.`,
    path: scorePath(article.slug),
  })
  // its article is what a search should find
  return { ...description, robots: { index: false, follow: true } }
}

export default async function ScorePage({ params }: Props) {
  const { slug } = await params
  const article = await getShown(slug)
  if (!article) {
    const moved = await getRedirect(articlePath(slug))
    if (moved) permanentRedirect(`${moved}/score` as Route)
    return <NotFoundPage path={scorePath(slug)} />
  }
  const score = await getExplained(article.id, now())
  const { timeZone } = await getSite()
  const { blocks } = readDocument(article.document)
  return (
    <Still as="article">
      {score ? (
        <Explanation article={article} score={score} blocks={blocks} timeZone={timeZone} />
      ) : (
        <NotYet article={article} />
      )}
    </Still>
  )
}
