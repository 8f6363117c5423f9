'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Following } from '@/db/following'
import {
  DISCUSSION_CLOCKS,
  DISCUSSION_KINDS,
  type DiscussionClock,
  type DiscussionMode,
  type Taking,
} from '@/domain/discussion/choices'
import { TAKING_NAMES, takingsOf } from '@/domain/discussion/takings'
import { MENTION_MODES, type MentionMode } from '@/domain/mentions/states'
import { SETTING_LABELS } from '@/domain/setting-labels'
import { DIGEST_NAMES, DIGEST_PERIODS } from '@/domain/mail/digest-periods'
import type { PolicyKey } from '@/domain/settings'
import { SettingsForm } from './form'
import styles from './form.module.css'
import { Modes } from './modes'
import { type Considered, Outcome, type Preview } from './outcome'
import type { SettingsAction } from './state'

type Values = Record<PolicyKey, string> & {
  'discussion.mode': DiscussionMode
  'discussion.clock': DiscussionClock
  'discussion.threads': Taking
  'discussion.replies': Taking
  'discussion.mentions': Taking
}
type Props = {
  action: SettingsAction
  preview: Preview
  values: Values
  /** There is a mail server. */
  sendsMail: boolean
  /** What the saved policy does now. */
  following: Following
}

const CLOCKS: Record<DiscussionClock, string> = {
  published: 'publication',
  updated: 'the last update that was more than a small correction',
  'last-comment': 'the newest comment',
}
const MENTION_MODE_NAMES: Record<MentionMode, string> = {
  open: 'Show them at once',
  'hold-first': 'Hold what comes from a site of which nothing was approved before',
  'hold-all': 'Hold every one',
}
const CLOCK_OPTIONS = DISCUSSION_CLOCKS.map((value) => ({ value, label: CLOCKS[value] }))

const label = (key: PolicyKey) => ({ label: SETTING_LABELS[key] })

export function PolicyForm({ action, preview, values, sendsMail, following }: Props) {
  const saved: Considered = { days: values['discussion.closeAfterDays'], clock: values['discussion.clock'] }
  const [considered, consider] = useState(saved)
  const considerClock = (typed: string) => {
    const clock = DISCUSSION_CLOCKS.find((each) => each === typed)
    if (clock) consider({ ...considered, clock })
  }
  return (
    <SettingsForm action={action} values={values}>
      {(field) => (
        <>
          <Modes {...field('discussion.mode')} sendsMail={sendsMail} />
          <div className={styles.pair}>
            <TextInput
              {...label('discussion.closeAfterDays')}
              {...field('discussion.closeAfterDays')}
              inputMode="numeric"
              description="0 keeps them open"
              onChange={(event) => consider({ ...considered, days: event.currentTarget.value })}
            />
            <NativeSelect
              {...label('discussion.clock')}
              {...field('discussion.clock')}
              data={CLOCK_OPTIONS}
              onChange={(event) => considerClock(event.currentTarget.value)}
            />
          </div>
          <Outcome saved={saved} following={following} considered={considered} preview={preview} />
          <div className={styles.trio}>
            {DISCUSSION_KINDS.map((kind) => (
              <NativeSelect
                key={kind}
                {...label(`discussion.${kind}`)}
                {...field(`discussion.${kind}`)}
                data={takingsOf(kind, values[`discussion.${kind}`]).map((value) => ({
                  value,
                  label: TAKING_NAMES[kind][value],
                }))}
              />
            ))}
          </div>
          <NativeSelect
            {...label('discussion.mentionMode')}
            {...field('discussion.mentionMode')}
            data={MENTION_MODES.map((value) => ({ value, label: MENTION_MODE_NAMES[value] }))}
            description="Once the link to the article was found on the page that mentions it"
          />
          <TextInput
            {...label('discussion.graceMinutes')}
            {...field('discussion.graceMinutes')}
            inputMode="numeric"
            description="Whoever began to write before a date or an age closed the discussion may still send"
          />
          <div className={styles.pair}>
            <TextInput
              {...label('discussion.perAddressPerMinute')}
              {...field('discussion.perAddressPerMinute')}
              inputMode="numeric"
              description="0 is no limit"
            />
            <TextInput
              {...label('discussion.perArticlePerMinute')}
              {...field('discussion.perArticlePerMinute')}
              inputMode="numeric"
              description="0 is no limit"
            />
          </div>
          <NativeSelect
            {...label('discussion.digest')}
            {...field('discussion.digest')}
            data={DIGEST_PERIODS.map((value) => ({ value, label: DIGEST_NAMES[value] }))}
            description="To everybody who moderates, until they end it by the link in the mail"
          />
        </>
      )}
    </SettingsForm>
  )
}
