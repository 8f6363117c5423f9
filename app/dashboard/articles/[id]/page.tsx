import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getStaff, requireStaff } from '@/auth/guard'
import { LazyEditor } from '@/components/dashboard/editor/lazy-editor'
import { ReadingView } from '@/components/dashboard/editor/reading-view'
import * as desk from '@/db/desk'
import { listPeople } from '@/db/people'
import { getPolicy, getScorePolicy, getSending, getSite } from '@/db/settings'
import { listTopics } from '@/db/topics'
import type { StaffActor } from '@/domain/actor'
import { may } from '@/domain/roles'
import { articleIdIn } from './command'

type Props = PageProps<'/dashboard/articles/[id]'>

const getArticle = cache((actor: StaffActor, segment: string) => {
  const id = articleIdIn(segment)
  return id === null ? null : desk.getForEditing(actor, id, new Date())
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await getStaff()
  const article = actor && (await getArticle(actor, (await params).id))
  return { title: article ? article.revision.title || 'Untitled' : 'Article' }
}

export default async function ArticlePage({ params }: Props) {
  const actor = await requireStaff('read-drafts')
  const now = new Date()
  const article = await getArticle(actor, (await params).id)
  if (!article) notFound()
  if (article.actions.save)
    return <ReadingView article={article} clock={{ now, ownZone: (await getSite()).timeZone }} />
  const [people, topics, { timeZone }, policy, sending, { badge }] = await Promise.all([
    listPeople(),
    listTopics(),
    getSite(),
    getPolicy(),
    getSending(),
    getScorePolicy(),
  ])
  const { closeAfterDays, clock, threads, replies, mentions, mode } = policy
  return (
    <LazyEditor
      key={article.id}
      article={article}
      people={people}
      topics={topics}
      site={{
        ...{ timeZone, mode, sending, badge },
        policy: { closeAfterDays, clock, threads, replies, mentions },
      }}
      mayUpload={may(actor.role, 'upload')}
      now={now}
    />
  )
}
