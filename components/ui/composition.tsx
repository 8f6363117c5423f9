import { type Art, draft } from '@/domain/art'
import styles from './composition.module.css'

/** A generated picture drawn into the page, in the page's own colours. Decoration: it has no text alternative. */
export function Composition({ width, height, ...art }: Art & { width: number; height: number }) {
  const { w, h, marks } = draft({ ...art, width, height })
  return (
    <svg
      className={styles.composition}
      viewBox={`0 0 ${w} ${h}`}
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: marks }}
    />
  )
}
