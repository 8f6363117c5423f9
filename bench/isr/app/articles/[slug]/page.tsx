import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Contents } from '@/components/article/contents'
import { ArticleBody } from '@/components/article/document/body'
import { Opening } from '@/components/article/opening'
import { ReadOn } from '@/components/article/read-on'
import { structured } from '@/components/article/structured'
import { Text } from '@/components/article/text'
import { Discussion } from '@/components/discussion/discussion'
import { CommentForm } from '@/components/discussion/form'
import { JsonLd } from '@/components/site/json-ld'
import { config } from '@/config'
import * as articles from '@/db/articles'
import { listAround } from '@/db/read-on'
import { listThread } from '@/db/threads'
import { getSite } from '@/db/settings'
import { headings } from '@/domain/document/text'
import { postNothing } from './actions'

type Props = { params: Promise<{ slug: string }> }

/** Incremental static regeneration: rendered when it is first asked for, and again a minute later at the soonest. */
export const revalidate = 60
export const generateStaticParams = () => []

const getArticle = cache((slug: string) => articles.getPublished(slug, new Date()))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await getArticle((await params).slug)
  return article ? { title: article.title, description: article.description || article.summary } : {}
}

export default async function ArticlePage({ params }: Props) {
  const article = await getArticle((await params).slug)
  if (!article) notFound()
  const now = new Date()
  const { timeZone } = await getSite()
  return (
    <>
      <article>
        <Opening article={article} timeZone={timeZone} />
        <Text contents={<Contents headings={headings(article.document)} />} topics={article.topics}>
          <ArticleBody document={article.document} images={article.images} />
        </Text>
      </article>
      <Discussion
        article={article}
        thread={await listThread(article.id, {}, now)}
        order="oldest"
        isFirst
        writable
        answerable
        timeZone={timeZone}
      >
        <CommentForm
          action={postNothing}
          path={`/articles/${article.slug}`}
          typed={null}
          articleId={article.id}
          parentId={null}
          follows={null}
          stamp=""
          staffName={null}
          open
          module={null}
          title="Write a comment"
          note="It appears at once. Be kind, and stay with the subject."
        />
      </Discussion>
      <ReadOn {...await listAround(article, now, 3)} timeZone={timeZone} />
      <JsonLd data={structured(article, config().siteUrl.origin)} />
    </>
  )
}
