import { cookies } from 'next/headers'
import * as sessions from '@/db/sessions'
import { signIn as begin, signOut as end } from './config'
import { sessionCookie } from './cookies'
import { type Refusal, Refused } from './proofs'

/** Opens a session for name and password; what it returns is the reason why not. */
export const signInWithPassword = (proof: { email: string; password: string }) => present('password', proof)

/** Uses a one-time link up: sets the password and opens a session. `name` and `email` are a first owner's. */
export const acceptInvitation = (proof: { token: string; password: string; name?: string; email?: string }) =>
  present('invitation', proof)

/** Ends the session in the database and in the browser. */
export const signOut = () => end({ redirect: false })

async function present(
  provider: 'password' | 'invitation',
  proof: Record<string, string | undefined>,
): Promise<Refusal | null> {
  const jar = await cookies()
  const before = jar.get(sessionCookie().name)?.value
  const given = Object.fromEntries(Object.entries(proof).filter(([, value]) => value !== undefined))
  try {
    await begin(provider, { ...given, redirect: false, redirectTo: '/' })
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  if (before) await sessions.close(before)
  return null
}
