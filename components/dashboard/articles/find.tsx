import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import Form from 'next/form'
import type { DeskState } from '@/domain/articles'

/** Looks titles up by a plain GET form; the state that is being looked at stays. */
export function Find({ state, search }: { state: DeskState | undefined; search: string }) {
  return (
    <Form action="/dashboard/articles" role="search">
      {state && <input type="hidden" name="state" value={state} />}
      <TextInput
        // a new search begins with what was looked for, not with what was typed before
        key={search}
        type="search"
        name="search"
        aria-label="Search titles"
        placeholder="Search titles"
        defaultValue={search}
        maxLength={200}
        leftSection={<IconSearch size={17} stroke={1.8} aria-hidden="true" />}
      />
    </Form>
  )
}
