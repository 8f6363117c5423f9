import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/guard'
import { Screen } from '@/components/dashboard/desk/screen'
import { BanAuthor } from '@/components/dashboard/moderation/ban-author'
import styles from '@/components/dashboard/moderation/file.module.css'
import { Nearby } from '@/components/dashboard/moderation/nearby'
import { One } from '@/components/dashboard/moderation/one'
import { ReplyBox } from '@/components/dashboard/moderation/reply-box'
import { SameHandList } from '@/components/dashboard/moderation/same-hand'
import { Group } from '@/components/dashboard/settings/group'
import { type CommentFile, getFile } from '@/db/comment-file'
import { getSite } from '@/db/settings'
import { trailInWords } from '@/domain/comments/trail'
import { formatNearTime, toIso } from '@/domain/dates'
import { decide, decideMany, undo, undoMany } from '../../actions'
import { banAuthor, dismissReports, reply } from './actions'
import { giveHonour } from '../../honours'

export const metadata: Metadata = { title: 'A comment' }

export default async function CommentPage({ params }: PageProps<'/dashboard/discussion/comments/[id]'>) {
  const actor = await requireStaff('moderate')
  const { id: segment } = await params
  const now = new Date()
  const file = /^\d{1,15}$/.test(segment) ? await getFile(actor, Number(segment), now) : null
  if (!file) notFound()
  const { timeZone } = await getSite()
  const { item, ancestors, replies, trail, hands } = file
  const { id, state, name, article, isStaff } = item
  return (
    <Screen
      title={`Comment by ${name}`}
      note={
        <>
          <Link href="/dashboard/discussion">All comments</Link>
          {' · '}
          <Link href={`/dashboard/discussion?state=${state}&article=${article.id}`}>
            Comments on <bdi>{article.title}</bdi>
          </Link>
        </>
      }
    >
      <div className={styles.context}>
        {ancestors.length > 0 && <p className={styles.label}>What it answers</p>}
        <Nearby label="What it answers" comments={ancestors} />
        <One
          // what was decided elsewhere is not kept on the screen
          key={`${state} ${item.reports.length}`}
          item={{ ...item, written: formatNearTime(item.createdAt, now, timeZone) }}
          actions={{ decide, undo, decideMany, undoMany, giveHonour }}
          dismiss={dismissReports}
        />
        {replies.length > 0 && <p className={styles.label}>Answers to it</p>}
        <Nearby label="Answers to it" comments={replies} />
      </div>
      <Group
        id="reply"
        title="Reply"
        about="Readers see it at once, under your name, also where comments are closed."
      >
        <ReplyBox id={id} state={state} edits={item.edits} name={actor.name} action={reply} />
      </Group>
      {hands.length > 0 && (
        <Group
          id="author"
          title="The author"
          about="What else is known to come from the same hand. A typed address proves nothing, and a network may be shared."
        >
          <div>
            {hands.map((hand) => (
              <SameHandList key={hand.mark} hand={hand} now={now} timeZone={timeZone} />
            ))}
          </div>
        </Group>
      )}
      {!isStaff && (
        <Group
          id="ban"
          title="Ban"
          about="What they write is put with the spam from then on, and they are not told."
        >
          <BanAuthor commentId={id} known={knownOf(file)} ban={banAuthor} />
        </Group>
      )}
      <Group id="trail" title="What was decided" about="The newest first.">
        <ol className={styles.trail}>
          {trail.flatMap(({ at, actor, verb, after }, index) => {
            const words = trailInWords(verb, after)
            return words === null
              ? []
              : [
                  <li key={index}>
                    {actor} {words}. <time dateTime={toIso(at)}>{formatNearTime(at, now, timeZone)}</time>
                  </li>,
                ]
          })}
          <li>
            It arrived.{' '}
            <time dateTime={toIso(item.createdAt)}>{formatNearTime(item.createdAt, now, timeZone)}</time>
          </li>
        </ol>
      </Group>
    </Screen>
  )
}

function knownOf({ item, hands }: CommentFile) {
  const hasAddress = hands.some(({ mark }) => mark === 'address')
  return [
    ...(item.email === '' ? [] : ['email' as const]),
    'name' as const,
    ...(hasAddress ? ['address' as const] : []),
  ]
}
