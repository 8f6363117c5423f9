import styles from './meter.module.css'

/** A bar as full as there are points of 100; the number stands beside it. */
export function Meter({ points }: { points: number }) {
  return (
    <svg className={styles.meter} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.rest} width="100" height="6" />
      <rect className={styles.points} width={points} height="6" />
    </svg>
  )
}
