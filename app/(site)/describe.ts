import type { Metadata } from 'next'
import share from '@/components/site/share.png'
import type { ImageView } from '@/db/media'
import type { SiteView } from '@/db/settings'
import { config } from '@/config'
import { derivativePath } from '@/domain/media'

type Feed = { url: string; title: string }

/** Where feed readers find what is new: everything, and what the page itself offers. */
export const feeds = (site: SiteView, own: Feed[] = []) => ({
  'application/rss+xml': [{ url: '/feed.xml', title: site.name }, ...own],
  'application/feed+json': [{ url: '/feed.json', title: site.name }],
})

type Description = {
  site: SiteView
  title: string
  description: string
  /** Root-relative: where this document has its one address. */
  path: string
  image?: ImageView | null
  /** RSS feeds of the page's own. */
  feeds?: Feed[]
  article?: { publishedAt: Date; modifiedAt: Date | null; authors: string[]; section: string | undefined }
}

export const absolute = (path: string) => new URL(path, config().siteUrl).href

/** What the head of a page says of it to search engines and to those who share it. */
export function describe({
  site,
  title,
  description,
  path,
  image,
  feeds: own,
  article,
}: Description): Metadata {
  const picture = sharePicture(image ?? null) ?? { url: share.src, width: share.width, height: share.height }
  const shared = { siteName: site.name, title, description, url: path, locale: 'en_GB', images: [picture] }
  return {
    title: path === '/' ? { absolute: title } : title,
    description,
    alternates: { canonical: path, types: feeds(site, own) },
    openGraph: article
      ? {
          ...shared,
          type: 'article',
          publishedTime: article.publishedAt.toISOString(),
          modifiedTime: article.modifiedAt?.toISOString(),
          authors: article.authors,
          section: article.section,
        }
      : { ...shared, type: 'website' },
    twitter: { card: 'summary_large_image', title, description, images: [picture.url] },
  }
}

// the readers of these tags take JPEG everywhere, and little above 1200 pixels
function sharePicture(image: ImageView | null) {
  const sizes = image?.derivatives.filter(({ format }) => format === 'jpeg') ?? []
  const best = sizes.toSorted((a, b) => Math.abs(a.width - 1200) - Math.abs(b.width - 1200))[0]
  if (!image || !best) return null
  return {
    url: derivativePath(image.hash, best),
    width: best.width,
    height: best.height,
    alt: image.alt,
  }
}
