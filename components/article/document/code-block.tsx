import type { ReactNode } from 'react'
import { languageName } from '@/domain/document/languages'
import styles from './code-block.module.css'

/** Lines are never broken, they scroll, so that what is copied is what runs. */
export function CodeBlock({ language, children }: { language: string; children?: ReactNode }) {
  return (
    <div className={styles.block}>
      {language && (
        <p className={styles.language} aria-hidden="true">
          {languageName(language)}
        </p>
      )}
      <pre
        className={styles.code}
        role="group"
        aria-label={language ? `Code in ${languageName(language)}` : 'Code'}
        tabIndex={0}
      >
        <code>{children}</code>
      </pre>
    </div>
  )
}
