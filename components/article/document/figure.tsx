import { Picture } from '@/components/article/picture'
import type { ImageView } from '@/db/media'
import styles from './figure.module.css'

type Props = { image: ImageView; caption: string; credit: string }

// portraits and squares keep to the text; anything wider may use the margin
const WIDE = 1.25

export function Figure({ image, caption, credit }: Props) {
  const wide = image.width / image.height >= WIDE
  return (
    <figure className={styles.figure} data-wide={wide || undefined}>
      <Picture image={image} sizes={wide ? '(width < 72rem) 100vw, 74vw' : '(width < 44rem) 100vw, 42rem'} />
      {(caption || credit) && (
        <figcaption className={styles.caption} dir="auto">
          {caption}
          {caption && credit && ' '}
          {credit && <span className={styles.credit}>{credit}</span>}
        </figcaption>
      )}
    </figure>
  )
}
