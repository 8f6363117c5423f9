import { toIso } from '@/domain/dates'
import { leaf, toXml, xml } from './xml'

const NAMESPACE = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }

export type SitemapPage = { url: URL; changedAt: Date | null }

export const sitemap = (pages: SitemapPage[]): string =>
  toXml(
    xml(
      'urlset',
      NAMESPACE,
      ...pages.map(({ url, changedAt }) =>
        xml('url', {}, leaf('loc', url.href), changedAt && leaf('lastmod', toIso(changedAt))),
      ),
    ),
  )

export const sitemapIndex = (sitemaps: URL[]): string =>
  toXml(xml('sitemapindex', NAMESPACE, ...sitemaps.map(({ href }) => xml('sitemap', {}, leaf('loc', href)))))
