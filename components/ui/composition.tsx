import { type Art, compose } from '@/domain/art'
import styles from './composition.module.css'

/** A generated picture that comes with the page. Decoration: it has no text alternative. */
export function Composition(art: Art & { width: number; height: number }) {
  return (
    <img
      className={styles.composition}
      src={`data:image/svg+xml,${encodeURIComponent(compose(art))}`}
      width={art.width}
      height={art.height}
      alt=""
    />
  )
}
