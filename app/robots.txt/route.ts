import { respond } from '@/app/_machines/respond'
import { config } from '@/config'

export const dynamic = 'force-dynamic'

// the addresses of the pages of single readers are secrets
const CLOSED = [
  '/dashboard',
  '/sign-in',
  '/setup',
  '/comments/',
  '/confirm/',
  '/unsubscribe/',
  '/your-comments',
  '/your-data/',
]

export function GET() {
  const lines = ['User-agent: *', ...CLOSED.map((path) => `Disallow: ${path}`), '']
  return respond(
    'text/plain',
    [...lines, `Sitemap: ${new URL('/sitemap.xml', config().siteUrl).href}`, ''].join('\n'),
  )
}
