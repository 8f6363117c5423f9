import { Button, NativeSelect } from '@mantine/core'
import Form from 'next/form'
import { STATE_NAMES } from '@/components/dashboard/articles/words'
import { ARTICLE_STATES } from '@/domain/articles'
import type { ReportFilter } from '@/domain/score/report'
import { checkName } from '@/domain/score/words'
import styles from './report.module.css'

type Named = { id: number; name: string }
type Props = { topics: Named[]; people: Named[]; checks: string[]; filter: ReportFilter }

const optionsOf = (all: string, views: Named[]) => [
  { value: '', label: all },
  ...views.map(({ id, name }) => ({ value: String(id), label: name })),
]

/** Says which articles by a plain GET form, so that each report has an address. */
export function ReportFilterForm({ topics, people, checks, filter }: Props) {
  return (
    <Form action="/dashboard/articles/scores" key={JSON.stringify(filter)} className={styles.filter}>
      <NativeSelect
        name="check"
        label="Problem"
        defaultValue={filter.check ?? ''}
        data={[
          { value: '', label: 'Any problem, or none' },
          ...checks.map((check) => ({ value: check, label: checkName(check) })),
        ]}
      />
      <NativeSelect
        name="topic"
        label="Topic"
        defaultValue={filter.topic?.toString() ?? ''}
        data={optionsOf('Any topic', topics)}
      />
      <NativeSelect
        name="person"
        label="Author"
        defaultValue={filter.person?.toString() ?? ''}
        data={optionsOf('Any author', people)}
      />
      <NativeSelect
        name="state"
        label="State"
        defaultValue={filter.state ?? ''}
        data={[
          { value: '', label: 'Any state' },
          ...ARTICLE_STATES.map((state) => ({ value: state, label: STATE_NAMES[state] })),
        ]}
      />
      <Button type="submit" variant="default">
        Show
      </Button>
    </Form>
  )
}
