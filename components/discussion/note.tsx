import { Dated } from '@/components/ui/dated'
import layout from '@/components/ui/layout.module.css'
import type { ClosingNote } from '@/db/closing'
import styles from './note.module.css'
import turn from './turn.module.css'

/** A last word of staff, at the head of a discussion that is closed. */
export function Note({ note: { name, writtenAt, html }, timeZone }: { note: ClosingNote; timeZone: string }) {
  return (
    <aside className={styles.note} aria-label="Closing note">
      {/* sanitised when it was rendered, by domain/comments/markdown.ts */}
      <div className={turn.words} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
      <p className={`${layout.small} ${layout.figures}`}>
        Closing note by <bdi>{name}</bdi>, <Dated at={writtenAt} timeZone={timeZone} />
      </p>
    </aside>
  )
}
