import type { ReactNode } from 'react'
import type { DocumentNode } from '@/domain/document/stored'
import styles from './table.module.css'

/** A wide table scrolls inside its own frame, which the keyboard reaches. */
export function Table({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.frame} role="group" aria-label={name} tabIndex={0}>
      <table className={styles.table}>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

type Attributes = { colspan?: number; rowspan?: number; align?: string | null; scope?: 'col' | 'row' }

export function Cell({ node, children }: { node: DocumentNode; children?: ReactNode }) {
  const { colspan, rowspan, align, scope }: Attributes = node.attrs ?? {}
  const Tag = node.type === 'tableHeader' ? 'th' : 'td'
  return (
    <Tag
      colSpan={colspan === 1 ? undefined : colspan}
      rowSpan={rowspan === 1 ? undefined : rowspan}
      scope={scope}
      data-align={align ?? undefined}
    >
      {children}
    </Tag>
  )
}
