import type { ImageView } from '@/db/media'
import { derivativePath, originalPath, type Derivative } from '@/domain/media'
import styles from './picture.module.css'

type Props = {
  image: Pick<ImageView, 'hash' | 'type' | 'width' | 'height' | 'alt' | 'focal' | 'derivatives'>
  /** How wide it is shown, as of the `sizes` attribute. */
  sizes: string
  /** Above the fold: fetched at once and first. */
  eager?: boolean
  /** Says nothing that the text beside it does not. */
  decorative?: boolean
}

const BETTER = ['avif', 'webp'] as const

/** An image in the best format and size that exist; a drawing, and what has no sizes yet, as it was uploaded. */
export function Picture({ image, sizes, eager = false, decorative = false }: Props) {
  const { hash, focal } = image
  // a drawing is sharp at every size and may follow the colour scheme
  const available = image.type === 'image/svg+xml' ? [] : image.derivatives
  const jpegs = inFormat(available, 'jpeg')
  const largest = jpegs.at(-1)
  return (
    <picture className={styles.picture}>
      {BETTER.map((format) => ({ format, derivatives: inFormat(available, format) })).map(
        ({ format, derivatives }) =>
          derivatives.length > 0 && (
            <source key={format} type={`image/${format}`} srcSet={srcSet(hash, derivatives)} sizes={sizes} />
          ),
      )}
      <img
        src={largest ? derivativePath(hash, largest) : originalPath(image)}
        srcSet={largest && srcSet(hash, jpegs)}
        sizes={largest && sizes}
        alt={decorative ? '' : image.alt}
        width={image.width}
        height={image.height}
        data-x={quarter(focal.x)}
        data-y={quarter(focal.y)}
        loading={eager ? undefined : 'lazy'}
        fetchPriority={eager ? 'high' : undefined}
        decoding="async"
      />
    </picture>
  )
}

const inFormat = (derivatives: Derivative[], format: Derivative['format']) =>
  derivatives.filter((each) => each.format === format).sort((a, b) => a.width - b.width)

const srcSet = (hash: string, derivatives: Derivative[]) =>
  derivatives.map((each) => `${derivativePath(hash, each)} ${each.width}w`).join(', ')

/** The nearest of five places from edge to edge; the documents' policy forbids a style that says it exactly. */
const quarter = (share: number) => Math.round(share * 4)
