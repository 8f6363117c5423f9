import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import { Nothing } from '@/components/dashboard/desk/nothing'
import { Pager } from '@/components/dashboard/desk/pager'
import { Screen } from '@/components/dashboard/desk/screen'
import { replacePath } from '@/components/dashboard/replace/addresses'
import { FoundArticle } from '@/components/dashboard/replace/found-article'
import { Past } from '@/components/dashboard/replace/past'
import styles from '@/components/dashboard/replace/replace.module.css'
import { SearchForm } from '@/components/dashboard/replace/search-form'
import { Verdict } from '@/components/dashboard/replace/verdict'
import { Group } from '@/components/dashboard/settings/group'
import * as replacing from '@/db/replacing'
import { getSite } from '@/db/settings'
import { decodeCursor } from '@/domain/paging'
import { carryOut, search, skip, takeBack } from './actions'

export const metadata: Metadata = { title: 'Find and replace' }

const whole = z.coerce.number().int().positive().optional().catch(undefined)
const querySchema = z.object({
  id: whole,
  article: whole,
  after: z.string().max(200).optional().catch(undefined),
})
const afterKey = z.tuple([z.int().positive()])

export default async function ReplacePage({ searchParams }: PageProps<'/dashboard/articles/replace'>) {
  const actor = await requireStaff('publish')
  const { id, article, after } = querySchema.parse(await searchParams)
  const now = new Date()
  const [order, past, { timeZone }] = await Promise.all([
    id === undefined ? null : replacing.getReplacement(actor, id),
    replacing.listReplacements(actor),
    getSite(),
  ])
  const scopeId = order ? order.articleId : (article ?? null)
  const scope = scopeId === null ? null : await replacing.getScope(actor, scopeId)
  return (
    <Screen
      title="Find and replace"
      note="First you see every place and choose. Articles are changed together, in one go, and all of it can be taken back."
    >
      <Group
        id="what"
        title="What to find"
        about="Whole words in their own case, in titles, summaries, captions, texts and the alternative texts of images in them. An old address of an article leads on to its new one; those of links never change."
      >
        <SearchForm key={id ?? 0} scope={scope} query={order?.query ?? null} action={search} />
      </Group>
      {id !== undefined && !order && (
        <Nothing title="There is no such replacement">
          <Link href={replacePath()}>Look for something else</Link>
        </Nothing>
      )}
      {order && <Found order={order} after={after} />}
      <Group
        id="done"
        title="What was done"
        about="Taking back gives each article the text it had, unless somebody changed it since."
      >
        <Past replacements={past} timeZone={timeZone} now={now} undo={takeBack} />
      </Group>
    </Screen>
  )
}

async function Found({ order, after }: { order: replacing.Replacement; after: string | undefined }) {
  const from = decodeCursor(after, afterKey)?.[0] ?? 0
  const [{ items, next }, summary] = await Promise.all([
    replacing.listFound(order, { after: from }),
    replacing.summarise(order.id),
  ])
  return (
    <section aria-labelledby="found" className={styles.found}>
      <h2 id="found">What was found</h2>
      <Verdict order={order} summary={summary} carryOut={carryOut} undo={takeBack} />
      {items.length > 0 && (
        <ol className={styles.articles} aria-label="Articles with hits">
          {items.map((each) => (
            <FoundArticle
              key={each.articleId}
              article={each}
              replacementId={order.id}
              isOpen={order.state === 'found' || order.state === 'searching'}
              action={skip}
            />
          ))}
        </ol>
      )}
      <Pager
        first={from > 0 ? replacePath({ id: order.id }) : null}
        next={next ? replacePath({ id: order.id, after: next }) : null}
      />
    </section>
  )
}
