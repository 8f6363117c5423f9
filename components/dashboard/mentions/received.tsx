import { Button } from '@mantine/core'
import type { Route } from 'next'
import Link from 'next/link'
import { AskButton } from '@/components/dashboard/desk/ask-button'
import { DECISIONS } from '@/components/dashboard/queue/decisions'
import { Entry } from '@/components/dashboard/queue/entry'
import styles from '@/components/dashboard/queue/queue.module.css'
import type { MentionItem } from '@/db/mention-queue'
import { articlePath } from '@/domain/articles'
import { mentionsDeskPath } from '@/domain/mentions/desk'
import { mentionReasonInWords } from '@/domain/mentions/reasons'
import type { DecidedState } from '@/domain/mentions/states'
import { isDecided } from '@/domain/mentions/states'
import { goneInWords, KIND_NAMES } from '@/domain/mentions/words'
import { BanHost } from './ban-host'
import type { MentionActions } from './state'
import type { Standing } from './use-mentions'

/** `received` and `read` are instants in words; the second is null where nobody looked yet. */
export type ReceivedItem = MentionItem & { received: string; read: string | null }

type Props = {
  item: ReceivedItem
  standing: Standing
  isChosen: boolean
  /** Left out where there is nothing to decide. */
  choose: ((isRange: boolean) => void) | undefined
  decide: (to: DecidedState) => void
  undo: () => void
  actions: MentionActions
}

export function Received({ item, standing, isChosen, choose, decide, undo, actions }: Props) {
  const { id, host, state } = item
  const { note, isPending } = standing
  const name = item.authorName || host
  return (
    <Entry
      thing="mention"
      id={id}
      name={name}
      standing={standing}
      isChosen={isChosen}
      choose={choose}
      undo={undo}
      said={<Said item={item} name={name} />}
    >
      <div className={styles.buttons}>
        {isDecided(state) &&
          DECISIONS.filter(([, to]) => to !== state).map(([label, to]) => (
            <Button
              key={to}
              variant={to === 'published' ? 'filled' : 'default'}
              // two presses are one decision
              aria-disabled={isPending || undefined}
              onClick={() => decide(to)}
            >
              {label}
            </Button>
          ))}
        {state !== 'spam' && state !== 'removed' && (
          <AskButton command={() => actions.lookAgain(id)}>Read again</AskButton>
        )}
        <BanHost host={host} ban={(terms) => actions.banHost({ mentionId: id, ...terms })} />
      </div>
      {note && <p>{note}</p>}
    </Entry>
  )
}

/** Which page mentions which article, and why it stands here. */
function Said({ item, name }: { item: ReceivedItem; name: string }) {
  const { id, host, state } = item
  return (
    <>
      <header className={styles.who}>
        <h2 id={`by-${id}`}>
          <bdi>{name}</bdi>
        </h2>
        <p>
          {KIND_NAMES[item.kind]} by {item.protocol}
        </p>
        <p>{item.received}</p>
        <p>
          <Link href={mentionsDeskPath({ state, host }) as Route}>Only {host}</Link>
        </p>
      </header>
      <div className={styles.said}>
        <p className={styles.where}>
          <a href={item.source} rel="noreferrer nofollow" dir="auto">
            {item.title || item.source}
          </a>{' '}
          mentions{' '}
          {item.articleSlug === null ? (
            <bdi>{item.articleTitle}</bdi>
          ) : (
            <Link href={articlePath(item.articleSlug) as Route} dir="auto">
              {item.articleTitle}
            </Link>
          )}
          <Link className={styles.only} href={mentionsDeskPath({ state, article: item.articleId }) as Route}>
            Only this article
          </Link>
        </p>
        {item.excerpt && (
          <p className={styles.text} dir="auto">
            {item.excerpt}
          </p>
        )}
        <p className={styles.reasons}>{whyInWords(item)}</p>
      </div>
    </>
  )
}

function whyInWords({ state, failure, reasons, attempts, read }: ReceivedItem): string {
  const why =
    state === 'gone'
      ? goneInWords(failure)
      : state === 'waiting' && failure === ''
        ? 'Its page is about to be read.'
        : [
            ...reasons.map((reason) => `${mentionReasonInWords(reason)}.`),
            ...(failure === '' ? [] : [`${goneInWords(failure)} Tried ${attempts} times.`]),
          ].join(' ')
  return `${why}${read === null ? '' : ` The link was last seen ${read}.`}`.trim()
}
