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

/** Of the comments that were written in this browser within a day: the tokens of their authors' pages. */
export function ownCookie() {
  const { name, options } = cookie('masthead.own')
  return { name, options: { ...options, maxAge: 86_400 } }
}

type Options = ReturnType<typeof cookie>['options']

/** A cookie as the header of an answer, for what is answered without Next. */
export const setCookie = (
  name: string,
  value: string,
  { secure, maxAge }: Omit<Options, 'maxAge'> & { maxAge: number },
) => `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

/** The value of a cookie in the header of a request. */
export const cookieIn = (header: string | undefined, name: string): string | undefined =>
  header
    ?.split(/; */)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** Marks the device on which somebody has signed in before. */
export const deviceCookie = () => cookie('masthead.device')
