import { Button, NativeSelect, TextInput } from '@mantine/core'
import Form from 'next/form'
import styles from '@/components/dashboard/settings/form.module.css'
import type { PersonView } from '@/db/people'
import type { TopicView } from '@/db/topics'
import { BATCH_ACTS, type BatchAct } from '@/domain/discussion/batch-acts'
import { actName } from '@/domain/discussion/batch-words'

type Props = {
  topics: TopicView[]
  people: PersonView[]
  values: {
    act: BatchAct | undefined
    older: number | undefined
    topic: number | undefined
    person: number | undefined
    search: string
  }
}

const optionsOf = (all: string, views: { id: number; name: string }[]) => [
  { value: '', label: all },
  ...views.map(({ id, name }) => ({ value: String(id), label: name })),
]

/** Says which articles by a plain GET form, so that a dry run has an address. */
export function BatchFilterForm({ topics, people, values }: Props) {
  const { act, older, topic, person, search } = values
  return (
    <Form action="/dashboard/articles/discussions" key={JSON.stringify(values)} className={styles.form}>
      <div className={styles.pair}>
        <NativeSelect
          name="act"
          label="What to do"
          defaultValue={act ?? 'close'}
          data={BATCH_ACTS.map((value) => ({ value, label: actName(value) }))}
        />
        <TextInput
          name="older"
          label="Published at least so many days ago"
          inputMode="numeric"
          defaultValue={older?.toString()}
        />
      </div>
      <div className={styles.pair}>
        <NativeSelect
          name="topic"
          label="Topic"
          defaultValue={topic?.toString() ?? ''}
          data={optionsOf('Any topic', topics)}
        />
        <NativeSelect
          name="person"
          label="Author"
          defaultValue={person?.toString() ?? ''}
          data={optionsOf('Any author', people)}
        />
      </div>
      <TextInput name="search" label="Words in the title" maxLength={200} defaultValue={search} />
      <div className={styles.end}>
        <Button type="submit" variant="default">
          Show what this would do
        </Button>
      </div>
    </Form>
  )
}
