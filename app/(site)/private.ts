import type { Metadata } from 'next'

// with `no-referrer` browsers do not say either where a form comes from, and it would be refused
/** A page whose address is a secret: it goes neither into an index nor along with a link to elsewhere. */
export const privately = (title: string, description: string): Metadata => ({
  title,
  description,
  robots: { index: false, follow: false },
  referrer: 'same-origin',
})
