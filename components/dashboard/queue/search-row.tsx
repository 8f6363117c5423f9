import { Button, TextInput, type TextInputProps } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './filter.module.css'

type Props = TextInputProps & {
  /** What its button says. */
  button: string
  /** What is asked beside it. */
  children?: ReactNode
}

/** What is looked for, and the button that looks. */
export const SearchRow = ({ button, children, ...input }: Props) => (
  <div className={styles.words}>
    <TextInput
      type="search"
      leftSection={<IconSearch size={17} stroke={1.8} aria-hidden="true" />}
      {...input}
    />
    {children}
    <Button type="submit" variant="default">
      {button}
    </Button>
  </div>
)
