import { Radio } from '@mantine/core'
import type { DiscussionMode } from '@/domain/discussion/choices'
import { SETTING_LABELS } from '@/domain/setting-labels'
import type { Field } from './form'
import styles from './form.module.css'

const MODES: Record<DiscussionMode, { label: string; description: string }> = {
  open: { label: 'Show comments at once', description: 'Nobody reads them before they are public.' },
  'hold-all': {
    label: 'Hold every comment of a guest',
    description: 'It waits under Discussion until somebody approves it.',
  },
  'hold-first': {
    label: 'Hold the first comment of a guest',
    description:
      'A guest is known once they confirmed their email address and one of their comments was approved; a typed address proves nothing.',
  },
  confirmed: {
    label: 'Hold comments until the address is confirmed',
    description: 'A link is mailed to the guest, and the comment appears when they confirm behind it.',
  },
}

const IN_ORDER = ['open', 'confirmed', 'hold-first', 'hold-all'] as const satisfies DiscussionMode[]

/** How new comments of guests are let in. */
export function Modes({ sendsMail, ...field }: Field & { sendsMail: boolean }) {
  return (
    <Radio.Group {...field} label={SETTING_LABELS['discussion.mode']}>
      {IN_ORDER.map((mode) => (
        <Radio key={mode} value={mode} mt="sm" {...MODES[mode]} />
      ))}
      {!sendsMail && (
        <p className={styles.hint}>
          This site sends no mail yet, so nobody can confirm an address: until it does, the second and third
          choice hold every comment of a guest.
        </p>
      )}
    </Radio.Group>
  )
}
