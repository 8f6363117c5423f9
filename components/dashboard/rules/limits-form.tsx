'use client'

import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { SettingsForm } from '@/components/dashboard/settings/form'
import form from '@/components/dashboard/settings/form.module.css'
import type { SettingsAction } from '@/components/dashboard/settings/state'
import { SETTING_LABELS } from '@/domain/setting-labels'
import type { RuleKey } from '@/domain/settings'
import { TryOut } from './try-out'

type Props = { action: SettingsAction; values: Record<RuleKey, string> }

const label = (key: RuleKey) => ({ label: SETTING_LABELS[key] })

/** From how many links and reports on a comment waits for a moderator. */
export function LimitsForm({ action, values }: Props) {
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
          <TryOut does="held" rule={() => ({ kind: 'links', from: Number(links) || 0 })} />
        </>
      )}
    </SettingsForm>
  )
}
