import { cookies } from 'next/headers'
import NextAuth, { CredentialsSignin } from 'next-auth'
import type {} from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import * as sessions from '@/db/sessions'
import { isDueForRenewal } from '@/domain/sign-in'
import { secretKey } from '@/secret'
import { deviceCookie, sessionCookie } from './cookies'
import { markDevice } from './device'
import { authorizeInvitation, authorizePassword } from './proofs'

declare module 'next-auth' {
  interface Session {
    staff?: sessions.SessionView
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    staff?: sessions.SessionView
    sessionToken?: string
  }
}

/**
 * next-auth refuses its database strategy to passwords. Behind `encode` and `decode` the "JWT" is a random token
 * whose hash is a row of ours, so that deleting the row ends the session at once.
 * Built at the first request: neither the secret nor the environment is needed to build the program.
 */
export const { auth, signIn, signOut } = NextAuth(() => {
  const { name, options } = sessionCookie()
  return {
    secret: secretKey('next-auth').toString('base64url'),
    // the host is only used to make addresses that nobody reads
    trustHost: true,
    useSecureCookies: options.secure,
    session: { strategy: 'jwt', maxAge: options.maxAge },
    cookies: {
      sessionToken: { name, options },
      // set on every sign-in and never read by us: it dies on arrival
      callbackUrl: { name: 'masthead.callback', options: { ...options, maxAge: 0 } },
    },
    providers: [
      Credentials({ id: 'password', authorize: authorizePassword }),
      Credentials({ id: 'invitation', authorize: authorizeInvitation }),
    ],
    jwt: {
      encode: async ({ token }) => token?.sessionToken ?? sessions.open(Number(token?.sub), new Date()),
      async decode({ token: sessionToken }) {
        const now = new Date()
        const staff = sessionToken ? await sessions.getByToken(sessionToken, now) : null
        if (!sessionToken || !staff) return {}
        if (isDueForRenewal(staff.expiresAt, now)) await sessions.renew(sessionToken, now)
        return { staff, sessionToken }
      },
    },
    callbacks: {
      // null is next-auth's word for "nobody"; an empty token is what `decode` makes of an unknown one
      jwt: ({ token }) => (token.sub || token.staff ? token : null),
      session: ({ session, token }) => ({ expires: session.expires, staff: token.staff }),
    },
    events: {
      async signIn({ user }) {
        const device = deviceCookie()
        if (user.email) (await cookies()).set(device.name, markDevice(user.email), device.options)
      },
      async signOut(message) {
        if ('token' in message && message.token?.sessionToken)
          await sessions.close(message.token.sessionToken)
      },
    },
    logger: {
      // a wrong password is no error, and a failing database must not look like somebody signed out
      error(error) {
        if (!(error instanceof CredentialsSignin)) throw error
      },
    },
  }
})
