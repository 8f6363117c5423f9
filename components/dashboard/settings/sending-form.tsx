'use client'

import { NativeSelect } from '@mantine/core'
import { SETTING_LABELS } from '@/domain/setting-labels'
import type { SendingKey } from '@/domain/settings'
import { SettingsForm } from './form'
import type { SettingsAction } from './state'

type Props = { action: SettingsAction; values: Record<SendingKey, string>; maySetStaging: boolean }

const label = (key: SendingKey) => ({ label: SETTING_LABELS[key] })

/** Whether other sites hear of links to them. */
export function SendingForm({ action, values, maySetStaging }: Props) {
  return (
    <SettingsForm action={action} values={values}>
      {(field) => (
        <>
          <NativeSelect
            {...label('mentions.sending')}
            {...field('mentions.sending')}
            data={[
              { value: 'on', label: 'Yes' },
              { value: 'off', label: 'No, let them wait' },
            ]}
            description="By webmention, or by pingback where there is none"
          />
          <NativeSelect
            {...label('site.staging')}
            {...field('site.staging')}
            data={[
              { value: 'off', label: 'No' },
              { value: 'on', label: 'Yes: nothing is sent, and no link is looked at' },
            ]}
            disabled={!maySetStaging}
            description={
              maySetStaging ? 'For a copy that was made to try something out' : 'An owner sets this'
            }
          />
        </>
      )}
    </SettingsForm>
  )
}
