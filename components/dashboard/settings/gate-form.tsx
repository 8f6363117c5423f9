'use client'

import { Checkbox } from '@mantine/core'
import { ROLE_NAMES } from '@/domain/roles'
import { GATE_GROUPS, GATE_NAMES, WAIVING_ROLES } from '@/domain/score/gate'
import { SETTING_LABELS } from '@/domain/setting-labels'
import type { GateKey } from '@/domain/settings'
import { type Field, SettingsForm } from './form'
import styles from './form.module.css'
import type { SettingsAction } from './state'

type Props = { action: SettingsAction; values: Record<GateKey, string> }

/** What keeps an article from its readers until it is mended, and whose word lets it through all the same. */
export function GateForm({ action, values }: Props) {
  return (
    <SettingsForm action={action} values={values}>
      {(field) => (
        <>
          <Choices
            label={SETTING_LABELS['score.gate']}
            about="Publishing, scheduling and updating wait until it is mended or waived. What is scheduled already was let through and appears at its time. Choose none, and nothing stops."
            field={field('score.gate')}
            options={GATE_GROUPS.map((group) => ({ value: group, label: GATE_NAMES[group] }))}
          />
          <Choices
            label={SETTING_LABELS['score.waivers']}
            about="With a reason that stays with the article. An owner always may."
            field={field('score.waivers')}
            options={WAIVING_ROLES.filter((role) => role !== 'owner').map((role) => ({
              value: role,
              label: ROLE_NAMES[role],
            }))}
          />
        </>
      )}
    </SettingsForm>
  )
}

type ChoicesProps = {
  label: string
  about: string
  field: Field
  options: { value: string; label: string }[]
}

// uncontrolled: the form is begun anew by what was saved
function Choices({ label, about, field, options }: ChoicesProps) {
  const chosen = field.defaultValue.split(',')
  return (
    <fieldset className={styles.choices}>
      <legend>{label}</legend>
      <p>{about}</p>
      {options.map(({ value, label }) => (
        <Checkbox
          key={value}
          name={field.name}
          value={value}
          label={label}
          defaultChecked={chosen.includes(value)}
        />
      ))}
      {field.error && <p role="alert">{field.error}</p>}
    </fieldset>
  )
}
