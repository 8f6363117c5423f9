'use client'

import { Button, Checkbox, Group } from '@mantine/core'
import { useState } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import type { EditView } from '@/db/desk'
import { articlePath } from '@/domain/articles'
import { formatDateTime, toIso, zoneName } from '@/domain/dates'
import type { DiscussionFacts } from '@/domain/discussion/state'
import { warningOf } from '@/domain/discussion/warnings'
import { DateDialog } from './date-dialog'
import styles from './publication.module.css'
import { ScheduleDialog } from './schedule-dialog'
import { Section } from './section'
import type { Site } from './site'
import type { Commands } from './use-commands'

const STATES: Record<EditView['state'], string> = {
  draft: 'A draft: nobody but the desk sees it.',
  scheduled: 'Scheduled for',
  published: 'Public since',
  unpublished: 'Unpublished: readers do not see it. Its date is',
}

const earlier = (at: Date | null, now: Date) => (at && at < now ? at : now)

type Props = { article: EditView; now: Date; site: Site; commands: Commands }

export function Publication({ article, now, site, commands }: Props) {
  const { timeZone } = site
  const [isScheduling, setScheduling] = useState(false)
  const [isDating, setDating] = useState(false)
  const { state, slug, publishAt, actions } = article
  const close = () => setScheduling(false)
  const mayPublish = actions.publish !== 'forbidden'
  const { facts } = article.discussion
  const around = { policy: site.policy, now, timeZone }
  const appearing = (at: Date): DiscussionFacts => ({ ...facts, state: 'published', publishAt: at })
  const warnOf = (at: Date) => warningOf('This', { before: facts, after: appearing(at) }, around)
  const warning = !mayPublish
    ? null
    : state === 'published'
      ? warningOf(
          'An update',
          { before: facts, after: commands.isSmall ? facts : { ...facts, renewedAt: now } },
          around,
        )
      : // what was public before keeps its date
        warningOf('Publishing it', { before: facts, after: appearing(earlier(publishAt, now)) }, around)
  return (
    <Section title="Publication">
      <p className={styles.state}>
        {STATES[state]}{' '}
        {publishAt && state !== 'draft' && (
          <>
            <time className={styles.date} dateTime={toIso(publishAt)}>
              {formatDateTime(publishAt, timeZone)}
            </time>
            <span className={styles.zones}>
              in {zoneName(timeZone)}; {formatDateTime(publishAt, 'UTC')} UTC
            </span>
          </>
        )}
      </p>
      {state === 'published' && slug && (
        <p className={styles.state}>
          <a href={articlePath(slug)} target="_blank" rel="noopener">
            View the article
          </a>
        </p>
      )}
      {!mayPublish && <p className={styles.state}>An editor publishes what you write.</p>}
      {mayPublish && (
        <Group gap="xs">
          {state !== 'published' && (
            <Button variant="default" onClick={() => setScheduling(true)}>
              Schedule
            </Button>
          )}
          {actions['change-date'] === null && state === 'published' && (
            <Button variant="default" onClick={() => setDating(true)}>
              Change the date
            </Button>
          )}
          {actions.unpublish === null && (
            <BusyButton
              variant="default"
              isBusy={commands.running === 'unpublish'}
              onClick={() => void commands.unpublish()}
            >
              Unpublish
            </BusyButton>
          )}
        </Group>
      )}
      {mayPublish && state === 'published' && (
        <Checkbox
          label="The next update is a small correction"
          description="Where the days of a discussion count from the last update, it does not start them again"
          checked={commands.isSmall}
          onChange={(event) => commands.setSmall(event.currentTarget.checked)}
        />
      )}
      {warning && (
        <p className={styles.state} role="status">
          {warning}
        </p>
      )}
      {isDating && <DateDialog article={article} now={now} site={site} onClose={() => setDating(false)} />}
      {isScheduling && (
        <ScheduleDialog
          at={state === 'scheduled' ? publishAt : null}
          now={now}
          timeZone={timeZone}
          warnOf={warnOf}
          isPending={commands.running === 'publish'}
          onClose={close}
          onSchedule={(at) => void commands.publish(at).then(close)}
        />
      )}
    </Section>
  )
}
