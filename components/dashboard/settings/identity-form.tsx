'use client'

import { Select, TextInput } from '@mantine/core'
import { zoneName } from '@/domain/dates'
import { SETTING_LABELS } from '@/domain/setting-labels'
import type { IdentityKey } from '@/domain/settings'
import { SettingsForm } from './form'
import styles from './form.module.css'
import type { SettingsAction } from './state'

type Props = { action: SettingsAction; values: Record<IdentityKey, string>; timeZones: string[] }

const label = (key: IdentityKey) => ({ label: SETTING_LABELS[key] })

export function IdentityForm({ action, values, timeZones }: Props) {
  const zones = timeZones.map((value) => ({ value, label: zoneName(value) }))
  return (
    <SettingsForm action={action} values={values}>
      {(field) => (
        <>
          <TextInput {...label('site.name')} {...field('site.name')} autoComplete="organization" />
          <TextInput
            {...label('site.tagline')}
            {...field('site.tagline')}
            description="What the agency does, in one line"
          />
          <TextInput
            {...label('site.address')}
            {...field('site.address')}
            autoComplete="street-address"
            description="Parts with commas between them: 1 Main St, Springfield, USA"
          />
          <div className={styles.pair}>
            <TextInput {...label('site.phone')} {...field('site.phone')} type="tel" autoComplete="tel" />
            <TextInput {...label('site.email')} {...field('site.email')} type="email" autoComplete="email" />
          </div>
          <Select
            {...label('site.timeZone')}
            {...field('site.timeZone')}
            data={zones}
            searchable
            allowDeselect={false}
            limit={60}
            nothingFoundMessage="No zone of that name: try a large city nearby"
            description="Every date that readers see is a date there"
          />
        </>
      )}
    </SettingsForm>
  )
}
