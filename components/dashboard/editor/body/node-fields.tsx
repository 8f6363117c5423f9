'use client'

import { TextInput } from '@mantine/core'
import { useId } from 'react'
import styles from './views.module.css'

type Props = {
  label: string
  value: string
  maxLength: number
  placeholder?: string
  description?: string
  onChange: (value: string) => void
}

/** A line of text that belongs to a block of the body. */
export function NodeField({ label, value, maxLength, placeholder, description, onChange }: Props) {
  const id = useId()
  return (
    <TextInput
      id={id}
      label={label}
      size="sm"
      className={styles.field}
      value={value}
      maxLength={maxLength}
      placeholder={placeholder}
      description={description}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        // Enter in a field must not reach the form or the text around it
        if (event.key === 'Enter') event.preventDefault()
      }}
    />
  )
}

/** An attribute of a node as text. */
export const textOf = (attributes: Record<string, unknown>, name: string): string => {
  const value = attributes[name]
  return typeof value === 'string' ? value : ''
}
