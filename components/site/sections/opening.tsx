import styles from './opening.module.css'

/** The name of a section, in the margin column. */
export function Opening({ id, title, note }: { id: string; title: string; note: string }) {
  return (
    <div className={styles.opening}>
      <h2 className={styles.title} id={`${id}-title`} dir="auto">
        {title}
      </h2>
      {note && (
        <p className={styles.note} dir="auto">
          {note}
        </p>
      )}
    </div>
  )
}
