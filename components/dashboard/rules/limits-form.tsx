'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { SettingsForm } from '@/components/dashboard/settings/form'
import form from '@/components/dashboard/settings/form.module.css'
import type { SettingsAction } from '@/components/dashboard/settings/state'
import { SETTING_LABELS } from '@/domain/setting-labels'
import { type Check, CHECKS, LEARNED, type Learned } from '@/domain/discussion/choices'
import type { RuleKey } from '@/domain/settings'
import { TryOut } from './try-out'

type Props = {
  action: SettingsAction
  values: Record<RuleKey, string>
  /** How much the site has learned. */
  learning: string
}

const LEARNED_NAMES: Record<Learned, string> = { hold: 'Is held', off: 'Is treated like any other' }
const LEARNED_OPTIONS = LEARNED.map((value) => ({ value, label: LEARNED_NAMES[value] }))

const CHECK_NAMES: Record<Check, string> = { off: 'Asks nothing of browsers', on: 'Asks for a little work' }
const CHECK_OPTIONS = CHECKS.map((value) => ({ value, label: CHECK_NAMES[value] }))

const label = (key: RuleKey) => ({ label: SETTING_LABELS[key] })

/** From how many links and reports on a comment waits for a moderator. */
export function LimitsForm({ action, values, learning }: Props) {
  const [links, setLinks] = useState(values['discussion.holdFromLinks'])
  return (
    <SettingsForm action={action} values={values}>
      {(field) => (
        <>
          <div className={form.pair}>
            <TextInput
              {...label('discussion.holdFromLinks')}
              {...field('discussion.holdFromLinks')}
              inputMode="numeric"
              description="0 is never"
              onChange={(event) => setLinks(event.currentTarget.value)}
            />
            <TextInput
              {...label('discussion.holdFromReports')}
              {...field('discussion.holdFromReports')}
              inputMode="numeric"
              description="0 is never; what a moderator approved stays"
            />
          </div>
          <TryOut
            what="the number of links"
            does="held"
            rule={() => ({ kind: 'links', from: Number(links) || 0 })}
          />
          <NativeSelect
            {...label('discussion.learned')}
            {...field('discussion.learned')}
            data={LEARNED_OPTIONS}
            description={learning}
          />
          <NativeSelect
            {...label('discussion.check')}
            {...field('discussion.check')}
            data={CHECK_OPTIONS}
            description="A second or two of work for each comment, while it is typed, by a script of 1 KB. Comments of browsers that do not run it, and those written within three seconds, are held."
          />
        </>
      )}
    </SettingsForm>
  )
}
