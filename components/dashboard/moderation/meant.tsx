import type { Subjects } from '@/db/queue'
import { AGE_NAMES } from '@/domain/comments/queue'
import type { QueueQuery } from '@/domain/comments/queue-input'
import { RULE_NAMES } from '@/domain/comments/reasons'
import styles from '@/components/dashboard/settings/form.module.css'
import { STATE_NAMES } from './words'

type Props = { query: QueueQuery } & Subjects

/** A queue's filter in words. */
export function Meant({ query, article, reader, near }: Props) {
  const { state, reason, author, age, text, reported, appealed } = query
  const facts: [string, string | null | undefined][] = [
    ['State', STATE_NAMES[state]],
    ['Words', text],
    ['Reason', reason && RULE_NAMES[reason]],
    ['Written', age && AGE_NAMES[age]],
    ['Author’s email', author],
    ['Confirmed author', reader],
    ['Article', article],
    ['From where', near && `${near} wrote from that day`],
    ['Appealed', appealed ? 'by its author' : null],
    ['Reported', reported ? 'by readers' : null],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
