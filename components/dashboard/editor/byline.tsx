'use client'

import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import type { PersonView } from '@/db/people'
import styles from './byline.module.css'
import { Section } from './section'

type Props = { people: PersonView[]; chosen: number[]; onChange: (ids: number[]) => void }

/** Who wrote it, in the order in which they are named. */
export function Byline({ people, chosen, onChange }: Props) {
  const named = chosen.flatMap((id) => people.find((person) => person.id === id) ?? [])
  const others = people.filter(({ id }) => !chosen.includes(id))
  const move = (from: number, to: number) => {
    const ids = named.map(({ id }) => id)
    const [id] = ids.splice(from, 1)
    if (id !== undefined) ids.splice(to, 0, id)
    onChange(ids)
  }
  return (
    <Section title="Byline">
      {named.length === 0 && <p className={styles.nobody}>Nobody is named.</p>}
      <ol className={styles.people}>
        {named.map(({ id, name }, index) => (
          <li key={id} className={styles.person}>
            <span>{name}</span>
            <ActionIcon
              variant="subtle"
              className={styles.move}
              aria-label={`Move ${name} up`}
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              className={styles.move}
              aria-label={`Move ${name} down`}
              disabled={index === named.length - 1}
              onClick={() => move(index, index + 1)}
            >
              <IconArrowDown size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              className={styles.move}
              aria-label={`Take ${name} off the byline`}
              onClick={() => onChange(chosen.filter((each) => each !== id))}
            >
              <IconX size={16} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <NativeSelect
          label="Add to the byline"
          value=""
          onChange={(event) => onChange([...chosen, Number(event.currentTarget.value)])}
        >
          <option value="" disabled>
            Choose a person
          </option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
    </Section>
  )
}
