import { Radio } from '@mantine/core'
import type { DiscussionMode } from '@/domain/discussion/choices'
import { SETTING_LABELS } from '@/domain/setting-labels'
import type { Field } from './form'

const MODES: Record<DiscussionMode, { label: string; description: string }> = {
  open: { label: 'Show comments at once', description: 'Nobody reads them before they are public.' },
  'hold-all': {
    label: 'Hold every comment of a guest',
    description: 'It waits under Discussion until somebody approves it.',
  },
  'hold-first': {
    label: 'Hold the first comment of a guest',
    description:
      'A guest counts as known once their email address is confirmed. This site does not confirm addresses, so every comment of a guest is held.',
  },
  confirmed: {
    label: 'Hold comments until the address is confirmed',
    description: 'This site does not confirm addresses, so every comment of a guest is held.',
  },
}

/** The modes that do something of their own, and the saved one, so that nobody loses it unawares. */
export function Modes({ saved, ...field }: Field & { saved: DiscussionMode }) {
  const modes = [...new Set(['open', 'hold-all', saved] as const)]
  return (
    <Radio.Group {...field} label={SETTING_LABELS['discussion.mode']}>
      {modes.map((mode) => (
        <Radio key={mode} value={mode} mt="sm" {...MODES[mode]} />
      ))}
    </Radio.Group>
  )
}
