import { respond } from '@/app/_machines/respond'
import { config } from '@/config'

export const dynamic = 'force-dynamic'

// /comments/ holds the pages of single authors; their addresses are secrets
const CLOSED = ['/dashboard', '/sign-in', '/setup', '/comments/']

export function GET() {
  const lines = ['User-agent: *', ...CLOSED.map((path) => `Disallow: ${path}`), '']
  return respond(
    'text/plain',
    [...lines, `Sitemap: ${new URL('/sitemap.xml', config().siteUrl).href}`, ''].join('\n'),
  )
}
