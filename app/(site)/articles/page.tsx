import type { Metadata } from 'next'
import { ArticleList } from '@/components/article/article-list'
import { PageTitle } from '@/components/site/page-title'
import { TopicsList } from '@/components/site/topics-list'
import { listTopics } from '@/db/topics'
import { describe } from '../describe'
import { nameOf, readPage } from '../paging'
import { getSite } from '../request'

export async function generateMetadata({ searchParams }: PageProps<'/articles'>): Promise<Metadata> {
  const site = await getSite()
  return describe({
    site,
    ...(await nameOf(searchParams, '/articles', 'Articles')),
    description: `Everything that ${site.name} publishes, the newest first.`,
  })
}

export default async function ArticlesPage({ searchParams }: PageProps<'/articles'>) {
  const { timeZone } = await getSite()
  const page = await readPage(searchParams, '/articles')
  return (
    <>
      <PageTitle title="Articles" beside={<TopicsList topics={await listTopics()} label="Topics" />} />
      <ArticleList {...page} timeZone={timeZone} />
    </>
  )
}
