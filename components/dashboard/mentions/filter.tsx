import type { Route } from 'next'
import Form from 'next/form'
import Link from 'next/link'
import styles from '@/components/dashboard/queue/filter.module.css'
import { SearchRow } from '@/components/dashboard/queue/search-row'
import { MENTIONS_DESK, mentionsDeskPath } from '@/domain/mentions/desk'
import type { MentionQuery } from '@/domain/mentions/desk-input'

/** `article`: what the one that is asked for is called; null where none is. */
type Props = { query: MentionQuery; article: string | null }

/** Says which mentions by a plain GET form, so that what one looks at has an address. */
export function MentionFilter({ query, article }: Props) {
  const { state, host } = query
  return (
    <Form action={MENTIONS_DESK} role="search" key={JSON.stringify(query)} className={styles.filter}>
      <input type="hidden" name="state" value={state} />
      {query.article !== undefined && <input type="hidden" name="article" value={query.article} />}
      <SearchRow
        button="Show"
        name="host"
        id="mention-host"
        aria-label="Site"
        placeholder="A site, such as example.com"
        maxLength={253}
        defaultValue={host}
      />
      {(host !== undefined || article !== null) && (
        <ul className={styles.chosen} aria-label="What is left out">
          {host !== undefined && (
            <li>
              Only from <b>{host}</b>{' '}
              <Link href={mentionsDeskPath({ state, article: query.article }) as Route}>Any site</Link>
            </li>
          )}
          {article !== null && (
            <li>
              Only of <b dir="auto">{article}</b>{' '}
              <Link href={mentionsDeskPath({ state, host }) as Route}>Any article</Link>
            </li>
          )}
          <li>
            <Link href={mentionsDeskPath({ state }) as Route}>Show all</Link>
          </li>
        </ul>
      )}
    </Form>
  )
}
