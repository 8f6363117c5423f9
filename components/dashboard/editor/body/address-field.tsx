import { TextInput } from '@mantine/core'

type Props = { description: string; value: string; problem: string | null; onChange: (value: string) => void }

/** An address as somebody types it, where a dialog begins. */
export const AddressField = ({ description, value, problem, onChange }: Props) => (
  <TextInput
    label="Address"
    description={description}
    inputMode="url"
    autoCapitalize="off"
    autoComplete="off"
    spellCheck={false}
    data-autofocus
    value={value}
    error={problem}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)
