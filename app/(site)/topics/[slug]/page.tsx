import type { Metadata } from 'next'
import { cache } from 'react'
import { ArticleList } from '@/components/article/article-list'
import { PageTitle } from '@/components/site/page-title'
import { getTopic as readTopic } from '@/db/topics'
import { describe } from '../../describe'
import { NOT_FOUND, NotFoundPage } from '../../not-found-page'
import { nameOf, readPage } from '../../paging'
import { getSite } from '../../request'

const getTopic = cache(readTopic)

export async function generateMetadata(props: PageProps<'/topics/[slug]'>): Promise<Metadata> {
  const { slug } = await props.params
  const topic = await getTopic(slug)
  if (!topic) return NOT_FOUND
  const path = `/topics/${slug}`
  const site = await getSite()
  return describe({
    site,
    ...(await nameOf(props.searchParams, path, topic.name)),
    description: topic.description || `Articles about ${topic.name}.`,
    feeds: [{ url: `${path}/feed.xml`, title: `${site.name}: ${topic.name}` }],
  })
}

export default async function TopicPage(props: PageProps<'/topics/[slug]'>) {
  const { slug } = await props.params
  const path = `/topics/${slug}`
  const topic = await getTopic(slug)
  if (!topic) return <NotFoundPage path={path} />
  const page = await readPage(props.searchParams, path, { topicId: topic.id })
  const { timeZone } = await getSite()
  return (
    <>
      <PageTitle title={topic.name} text={topic.description} above={<a href="/articles">Articles</a>} />
      <ArticleList {...page} timeZone={timeZone} />
    </>
  )
}
