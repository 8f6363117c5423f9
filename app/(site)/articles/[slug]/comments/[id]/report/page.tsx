import type { Metadata, Route } from 'next'
import { permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { ReportForm } from '@/components/discussion/report-form'
import { Reporting } from '@/components/discussion/reporting'
import { getInContext } from '@/db/comment-context'
import { answer } from '@/documents/reading'
import { reportPath } from '@/domain/comments/paths'
import { articlePath } from '@/domain/articles'
import { GonePage } from '../../../../../gone-page'
import { NOT_FOUND } from '../../../../../not-found-page'
import { getSite, now } from '../../../../../request'
import { reportComment } from './actions'

type Props = PageProps<'/articles/[slug]/comments/[id]/report'>

const read = cache(async (id: string) => {
  const found = /^\d{1,15}$/.test(id) ? await getInContext(Number(id), { limit: 1 }, now()) : null
  return found && !found.comment.tombstone ? found : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!(await read((await params).id))) return NOT_FOUND
  return { title: 'Report a comment', robots: { index: false, follow: true } }
}

export default async function ReportPage({ params }: Props) {
  const { slug, id } = await params
  const path = `/articles/${slug}/comments/${id}/report`
  const found = await read(id)
  if (!found)
    return (
      <GonePage
        path={path}
        field="text"
        title="This comment is gone"
        lede="It was taken down while you wrote, and nobody sees it any more. Your report was not needed and was not kept."
      >
        <a href={articlePath(slug)}>Back to the article</a>
      </GonePage>
    )
  const { article, comment } = found
  const address = reportPath(article.slug, comment.id)
  if (address !== path) permanentRedirect(address as Route)
  // few ever ask for one: kept, they would push out what many read
  answer.personal()
  const typed = answer.returned()
  return (
    <Reporting found={found} timeZone={(await getSite()).timeZone}>
      <ReportForm
        action={reportComment}
        path={address}
        commentId={comment.id}
        typed={typed && { reason: typed.reason ?? '', text: typed.text ?? '' }}
      />
    </Reporting>
  )
}
