import { config } from '@/config'

// browsers keep no cookie for longer; the rows in the database decide when a session ends
const LONGEST_SECONDS = 400 * 86_400

/** `__Host-` binds a cookie to this host over https: no subdomain and no plain-text page can plant one. */
function cookie(name: string) {
  const secure = config().siteUrl.protocol === 'https:'
  return {
    name: secure ? `__Host-${name}` : name,
    options: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: LONGEST_SECONDS },
  } as const
}

export const sessionCookie = () => cookie('masthead.session')

/** Of a browser in which a reader has confirmed an address. Pages that are kept never look at it. */
export const readerCookie = () => cookie('masthead.reader')

/** Marks the device on which somebody has signed in before. */
export const deviceCookie = () => cookie('masthead.device')
