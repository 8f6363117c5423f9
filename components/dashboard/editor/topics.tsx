'use client'

import { MultiSelect, NativeSelect } from '@mantine/core'
import type { TopicView } from '@/db/topics'
import { Section } from './section'

type Props = { topics: TopicView[]; chosen: number[]; onChange: (ids: number[]) => void }

/** The main topic first, then any number of others. */
export function Topics({ topics, chosen: [main, ...others], onChange }: Props) {
  const options = topics
    .filter(({ id }) => id !== main)
    .map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <Section title="Topics">
      <NativeSelect
        label="Topic"
        value={main ?? ''}
        onChange={(event) => {
          const id = Number(event.currentTarget.value)
          onChange(id ? [id, ...others.filter((each) => each !== id)] : [])
        }}
      >
        <option value="">None</option>
        {topics.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      {main !== undefined && options.length > 0 && (
        <MultiSelect
          label="Also filed under"
          data={options}
          value={others.map(String)}
          searchable
          hidePickedOptions
          onChange={(values) => onChange([main, ...values.map(Number)])}
        />
      )}
    </Section>
  )
}
