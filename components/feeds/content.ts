import type { ArticleView } from '@/db/articles'
import type { ImageView } from '@/db/media'
import type { PlainImage } from '@/domain/document/html'
import { toHtml } from '@/domain/document/html'
import { articlePath } from '@/domain/articles'
import { derivativePath, originalPath } from '@/domain/media'

/** An image as one file: the largest JPEG that is finished, or what was uploaded. */
export function plainImage(image: ImageView): PlainImage {
  const { alt, credit } = image
  const largest = image.derivatives
    .filter(({ format }) => format === 'jpeg')
    .toSorted((a, b) => b.width - a.width)[0]
  const { width, height } = largest ?? image
  return {
    src: largest ? derivativePath(image.hash, largest) : originalPath(image),
    width,
    height,
    alt,
    credit,
  }
}

/** The body of an article as HTML that stands on its own, every address written out. */
export const contentOf = (article: ArticleView, origin: URL): string =>
  toHtml(article.document, {
    base: new URL(articlePath(article.slug), origin),
    image: (id) => {
      const image = article.images.get(id)
      return image ? plainImage(image) : null
    },
  })
