'use client'

import { NativeSelect } from '@mantine/core'
import { SETTING_LABELS } from '@/domain/setting-labels'
import type { ScoreKey, Switch } from '@/domain/settings'
import { SettingsForm } from './form'
import type { SettingsAction } from './state'

type Props = { action: SettingsAction; values: Record<ScoreKey, Switch> }

const BADGE: Record<Switch, string> = { on: 'On every article', off: 'On none' }
const CREDIT: Record<Switch, string> = { on: 'Yes: one without it costs points', off: 'No' }

const optionsOf = (names: Record<Switch, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** Whether readers see scores, and what the site asks of its articles. */
export function ScoreForm({ action, values }: Props) {
  return (
    <SettingsForm action={action} values={values}>
      {(field) => (
        <>
          <NativeSelect
            label={SETTING_LABELS['score.badge']}
            {...field('score.badge')}
            data={optionsOf(BADGE)}
            description="Beside the byline, with a page that says how it came about. An article’s own choice beats it."
          />
          <NativeSelect
            label={SETTING_LABELS['score.requireCredit']}
            {...field('score.requireCredit')}
            data={optionsOf(CREDIT)}
            description="A change scores every article again."
          />
        </>
      )}
    </SettingsForm>
  )
}
