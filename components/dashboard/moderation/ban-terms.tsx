import { NativeSelect, TextInput } from '@mantine/core'
import { BAN_DAYS } from '@/domain/moderation/ban-words'

/** For how long somebody is kept out, and why. */
export type Terms = { days: number; reason: string }
type Props = { terms: Terms; onChange: (terms: Terms) => void }

export const BanTerms = ({ terms, onChange }: Props) => (
  <>
    <NativeSelect
      label="For"
      data={BAN_DAYS.map(([count, label]) => ({ value: String(count), label }))}
      value={String(terms.days)}
      onChange={({ currentTarget }) => onChange({ ...terms, days: Number(currentTarget.value) })}
    />
    <TextInput
      label="Reason"
      maxLength={500}
      value={terms.reason}
      onChange={({ currentTarget }) => onChange({ ...terms, reason: currentTarget.value })}
    />
  </>
)
