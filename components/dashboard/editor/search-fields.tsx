'use client'

import { Textarea, TextInput } from '@mantine/core'
import type { Fields } from './fields'
import { scored } from './score/places'
import { Section } from './section'

type Props = {
  fields: Pick<Fields, 'summary' | 'description' | 'keyphrase'>
  onChange: (changes: Partial<Fields>) => void
}

export function SearchFields({ fields: { summary, description, keyphrase }, onChange }: Props) {
  return (
    <Section title="Search and sharing">
      <Textarea
        label="Description"
        {...scored('description')}
        description="Shown where the article is found or shared."
        autosize
        minRows={2}
        maxRows={8}
        maxLength={500}
        placeholder={summary || 'The summary, where this is empty'}
        value={description}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <TextInput
        label="Keyphrase"
        {...scored('keyphrase')}
        description="What people would search for."
        maxLength={200}
        value={keyphrase}
        onChange={(event) => onChange({ keyphrase: event.currentTarget.value })}
      />
    </Section>
  )
}
