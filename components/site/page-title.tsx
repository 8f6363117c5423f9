import type { ReactNode } from 'react'
import head from '@/components/ui/head.module.css'
import layout from '@/components/ui/layout.module.css'
import styles from './page-title.module.css'

const LONG = 28

type Props = {
  title: string
  /** One or two sentences under the title. */
  text?: string
  /** What stands over the title: where this page belongs. */
  above?: ReactNode
  /** What stands in the right-hand columns beside the title. */
  beside?: ReactNode
}

/** The head of a page that is not an article. */
export function PageTitle({ title, text, above, beside }: Props) {
  return (
    <header className={`${layout.grid} ${styles.head}`}>
      {above && <p className={head.above}>{above}</p>}
      <h1 className={`${head.title} ${styles.title}`} data-long={title.length > LONG || undefined} dir="auto">
        {title}
      </h1>
      {text && (
        <p className={styles.text} dir="auto">
          {text}
        </p>
      )}
      {beside && <div className={styles.beside}>{beside}</div>}
    </header>
  )
}
