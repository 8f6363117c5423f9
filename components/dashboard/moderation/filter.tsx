import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import Form from 'next/form'
import type { Route } from 'next'
import Link from 'next/link'
import { SearchRow } from '@/components/dashboard/queue/search-row'
import type { NamedArticle } from '@/db/named-articles'
import type { Subjects } from '@/db/queue'
import { AGE_NAMES, isNarrowed, QUEUE_AGES } from '@/domain/comments/queue'
import type { QueueQuery } from '@/domain/comments/queue-input'
import { COMMENT_RULES, RULE_NAMES } from '@/domain/comments/reasons'
import { queuePath } from './addresses'
import styles from '@/components/dashboard/queue/filter.module.css'

type Props = {
  query: QueueQuery
  /** Of which articles the words of a title may have been; null where none were typed. */
  named: NamedArticle[] | null
} & Subjects

/** Says which comments by a plain GET form, so that what one looks at has an address. */
export function Filter({ query, named, article, reader, near }: Props) {
  const { state, reason, author, on, age, text, order, reported, appealed } = query
  const stays = { state, article: query.article, reader: query.reader, near: query.near }
  const without = (left: Partial<QueueQuery>) =>
    queuePath({ ...query, on: undefined, after: undefined, before: undefined, ...left })
  const isOpen = Boolean(reason ?? author ?? on ?? age ?? reported ?? appealed) || order !== 'newest'
  return (
    <Form action="/dashboard/discussion" role="search" key={JSON.stringify(query)} className={styles.filter}>
      {Object.entries(stays).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <SearchRow
        button="Search"
        name="text"
        id="queue-search"
        aria-label="Search comments"
        placeholder="Words, a name, “words in this order”"
        maxLength={200}
        defaultValue={text}
      />
      <details open={isOpen} className={styles.more}>
        <summary>More conditions</summary>
        <div className={styles.fields}>
          <NativeSelect
            name="reason"
            label="Reason"
            defaultValue={reason ?? ''}
            data={[
              { value: '', label: 'Any reason or none' },
              ...COMMENT_RULES.map((rule) => ({ value: rule, label: RULE_NAMES[rule] })),
            ]}
          />
          <NativeSelect
            name="age"
            label="Written"
            defaultValue={age ?? ''}
            data={[
              { value: '', label: 'At any time' },
              ...QUEUE_AGES.map((each) => ({ value: each, label: AGE_NAMES[each] })),
            ]}
          />
          <TextInput name="on" label="Article’s title" maxLength={200} defaultValue={on} />
          <TextInput
            name="author"
            label="Author’s email"
            maxLength={254}
            defaultValue={author}
            inputMode="email"
          />
          <NativeSelect
            name="order"
            label="Order"
            defaultValue={order}
            data={[
              { value: 'newest', label: 'The newest first' },
              { value: 'oldest', label: 'The oldest first' },
            ]}
          />
        </div>
        <div className={styles.fields}>
          <Checkbox name="reported" value="yes" label="Reported by readers" defaultChecked={reported} />
          <Checkbox name="appealed" value="yes" label="Its author appealed" defaultChecked={appealed} />
        </div>
      </details>
      {named !== null && <Which on={on ?? ''} named={named} pathOf={(id) => without({ article: id })} />}
      {isNarrowed(query) && (
        <ul className={styles.chosen} aria-label="What is left out">
          {article !== null && (
            <li>
              Only on <b dir="auto">{article}</b>{' '}
              <Link href={without({ article: undefined })}>Any article</Link>
            </li>
          )}
          {reader !== null && (
            <li>
              Only by <b dir="auto">{reader}</b>, confirmed{' '}
              <Link href={without({ reader: undefined })}>By anybody</Link>
            </li>
          )}
          {near !== null && (
            <li>
              Only from where <b dir="auto">{near}</b> wrote from that day{' '}
              <Link href={without({ near: undefined })}>From anywhere</Link>
            </li>
          )}
          <li>
            <Link href={queuePath({ state })}>Show all</Link>
          </li>
        </ul>
      )}
    </Form>
  )
}

type WhichProps = { on: string; named: NamedArticle[]; pathOf: (articleId: number) => Route }

/** The articles that words of a title may mean; nothing is left out before one is chosen. */
function Which({ on, named, pathOf }: WhichProps) {
  if (named.length === 0)
    return (
      <p className={styles.which} role="status">
        No public title has “<bdi>{on}</bdi>” in it.
      </p>
    )
  return (
    <div className={styles.which} role="status">
      <p>Which article?</p>
      <ul aria-label="Which article?">
        {named.map(({ id, title }) => (
          <li key={id}>
            <Link href={pathOf(id)} dir="auto">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
