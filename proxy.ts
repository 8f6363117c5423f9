import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { config as settings } from './config'

/** The desk alone runs scripts, and of those only what carries the nonce of this very answer. */
function policy(nonce: string, development: boolean) {
  return [
    "default-src 'self'",
    // React's development build evaluates source maps and reloads over a socket
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    // a nonce would switch the development build's inline styles off
    `style-src-elem 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Mantine sets sizes and positions in style attributes
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

export function proxy(request: NextRequest) {
  const nonce = randomBytes(16).toString('base64')
  const csp = policy(nonce, settings().development)
  const { pathname, search } = request.nextUrl
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  // Next reads the nonce for its own scripts from here
  headers.set('content-security-policy', csp)
  headers.set('x-masthead-path', pathname + search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', csp)
  return response
}

// not uploads: they are no pages, and Next cuts every body that passes through here at 10 MB
export const config = { matcher: ['/dashboard', '/dashboard/((?!media$).*)'] }
