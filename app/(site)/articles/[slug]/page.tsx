import type { Metadata } from 'next'
import { Contents } from '@/components/article/contents'
import { ArticleBody } from '@/components/article/document/body'
import { Opening } from '@/components/article/opening'
import { ReadOn } from '@/components/article/read-on'
import { structured } from '@/components/article/structured'
import { Text } from '@/components/article/text'
import { JsonLd } from '@/components/site/json-ld'
import { Still } from '@/components/still'
import { listAround } from '@/db/read-on'
import { isGone } from '@/db/articles'
import { headings } from '@/domain/document/text'
import { absolute, describe } from '../../describe'
import { NOT_FOUND, NotFoundPage } from '../../not-found-page'
import { getArticle, getSite, now } from '../../request'
import { ArticleDiscussion } from './discussion'
import { advertise, Receivers } from './receivers'
import { Writing } from './writing'

export async function generateMetadata({ params }: PageProps<'/articles/[slug]'>): Promise<Metadata> {
  const { slug } = await params
  const article = await getArticle(slug)
  if (!article) return NOT_FOUND
  const path = `/articles/${article.slug}`
  return describe({
    site: await getSite(),
    title: article.title,
    description: article.description || article.summary,
    path,
    feeds: [{ url: `${path}/comments.xml`, title: `Comments on ${article.title}` }],
    image: article.leadImage,
    article: {
      publishedAt: article.publishAt,
      modifiedAt: article.revisedAt,
      authors: article.people.map((person) => absolute(`/authors/${person.slug}`)),
      section: article.topic?.name,
    },
  })
}

export default async function ArticlePage({ params, searchParams }: PageProps<'/articles/[slug]'>) {
  const { slug } = await params
  const article = await getArticle(slug)
  if (!article)
    return (
      <>
        <NotFoundPage path={`/articles/${slug}`} isGone={await isGone(slug)} />
        <Writing path={`/articles/${slug}`} articleId={0} discussion={null} writable={false} title="" />
      </>
    )
  const { timeZone } = await getSite()
  if (article.discussion.takes.mentions) advertise()
  return (
    <>
      {article.discussion.takes.mentions && <Receivers />}
      <Still as="article">
        <Opening article={article} timeZone={timeZone} />
        <Text contents={<Contents headings={headings(article.document)} />} topics={article.topics}>
          <ArticleBody document={article.document} images={article.images} />
        </Text>
      </Still>
      <ArticleDiscussion article={article} query={searchParams} />
      <ReadOn {...await listAround(article, now(), 3)} timeZone={timeZone} />
      <JsonLd data={structured(article, absolute(''))} />
    </>
  )
}
