'use client'

import { Checkbox, PasswordInput, TextInput } from '@mantine/core'
import { SettingsForm } from '@/components/dashboard/settings/form'
import form from '@/components/dashboard/settings/form.module.css'
import type { SettingsAction } from '@/components/dashboard/settings/state'
import { SETTING_LABELS } from '@/domain/setting-labels'

type Props = { action: SettingsAction; isOn: boolean; url: string }

/** Whether a service elsewhere is asked about comments. A key that is stored is never shown again. */
export function AkismetForm({ action, isOn, url }: Props) {
  return (
    <SettingsForm action={action} values={{ 'discussion.akismetKey': '', 'discussion.akismetUrl': url }}>
      {(field) => (
        <>
          <div className={form.pair}>
            <PasswordInput
              label={SETTING_LABELS['discussion.akismetKey']}
              {...field('discussion.akismetKey')}
              autoComplete="off"
              description={isOn ? 'One is stored. Leave this empty to keep it.' : 'Empty: nobody is asked'}
            />
            <TextInput
              label={SETTING_LABELS['discussion.akismetUrl']}
              {...field('discussion.akismetUrl')}
              inputMode="url"
              description="Another service that answers as Akismet does"
            />
          </div>
          {isOn && <Checkbox name="forget" label="Forget the key and ask nobody any more" />}
        </>
      )}
    </SettingsForm>
  )
}
