import type { Metadata } from 'next'
import { AllMentions } from '@/components/discussion/all-mentions'
import { getPageBefore, listAll, mentionKey } from '@/db/all-mentions'
import { articlePath } from '@/domain/articles'
import { decodeCursor } from '@/domain/paging'
import { mentionsPath } from '@/domain/mentions/paths'
import { describe } from '../../../describe'
import { NOT_FOUND, NotFoundPage } from '../../../not-found-page'
import { getArticle, getSite, now } from '../../../request'

type Props = PageProps<'/articles/[slug]/mentions'>

async function getMentioned(slug: string) {
  const article = await getArticle(slug)
  return article && article.counts.mentions > 0 ? article : null
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await getMentioned((await params).slug)
  if (!article) return NOT_FOUND
  const title = `Mentions of ${article.title}`
  const path = mentionsPath(article.slug)
  return {
    ...describe({ site: await getSite(), title, description: title, path }),
    robots: { index: false, follow: true },
  }
}

/** Everything that links to an article. */
export default async function MentionsPage({ params, searchParams }: Props) {
  const { slug } = await params
  const article = await getMentioned(slug)
  if (!article) return <NotFoundPage path={articlePath(slug)} />
  const { after } = await searchParams
  const cursor = typeof after === 'string' && decodeCursor(after, mentionKey) ? after : null
  const { timeZone } = await getSite()
  return (
    <AllMentions
      article={article}
      page={await listAll(article.id, now(), { after: cursor })}
      isFirst={cursor === null}
      previous={await getPageBefore(article.id, now(), { after: cursor })}
      timeZone={timeZone}
    />
  )
}
