import { createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { cookies, headers } from 'next/headers'
import { forbidden, redirect, unauthorized } from 'next/navigation'
import { cache } from 'react'
import * as readerSessions from '@/db/reader-sessions'
import { reading } from '@/db/touches'
import { networkOf } from '@/domain/attempts'
import {
  type ConfirmedReader,
  readerActor,
  type ReaderActor,
  staffActor,
  type StaffActor,
} from '@/domain/actor'
import { type Capability, may, type Ownership } from '@/domain/roles'
import { hashEmail, secretKey } from '@/secret'
import { auth } from './config'
import { readerCookie, sessionCookie } from './cookies'

/** Who is signed in; null for everybody else. A document that asks and finds somebody is never kept. */
export const getStaff = cache(async (): Promise<StaffActor | null> => {
  if (!(await cookies()).has(sessionCookie().name)) return null
  const staff = (await auth())?.staff
  if (!staff) return null
  const record = reading()
  if (record) record.personal = true
  return staffActor(staff)
})

/** Any signed-in member of staff; everybody else is sent to sign in and comes back afterwards. */
export async function requireUser(): Promise<StaffActor> {
  return (await getStaff()) ?? redirect(await signInPath())
}

/**
 * For staff pages and actions: whoever is signed in and may do this, to this article where `subject` says whose it is.
 * Otherwise the page to sign in, or 403.
 */
export async function requireStaff(capability: Capability, subject?: Ownership): Promise<StaffActor> {
  const staff = await requireUser()
  return may(staff.role, capability, subject) ? staff : forbidden()
}

/** For route handlers, whose callers are programs: 401 where `requireStaff` would send a person to sign in. */
export async function requireStaffOr401(capability: Capability, subject?: Ownership): Promise<StaffActor> {
  const staff = (await getStaff()) ?? unauthorized()
  return may(staff.role, capability, subject) ? staff : forbidden()
}

/** Says aloud that this is for everybody; gives the reader with a keyed hash of their network, and what this browser confirmed. */
export async function allowAnyone(): Promise<ReaderActor> {
  return readerActor(networkHash((await headers()).get('x-masthead-address')), await getReader(), hashEmail)
}

/** The same for whoever confirmed nothing, without Next; null for others. */
export function strangerFrom(headers: IncomingHttpHeaders): ReaderActor | null {
  if (headers.cookie?.includes(readerCookie().name)) return null
  return readerActor(networkFrom(headers), null, hashEmail)
}

/** The keyed hash of the network that a program asks from, without Next. */
export const networkFrom = ({ 'x-masthead-address': address }: IncomingHttpHeaders): string | null =>
  networkHash(typeof address === 'string' ? address : null)

// by the network, of whose addresses one person may have 2^64
const networkHash = (address: string | null) =>
  address && createHmac('sha256', keyOfDay(new Date())).update(networkOf(address)).digest('base64url')

// a network cannot be followed from one day (UTC) to the next; what yesterday's key hashed is dropped by `db/prune.ts`
const keyOfDay = (now: Date) => secretKey(`addresses ${now.toISOString().slice(0, 10)}`)

async function getReader(): Promise<ConfirmedReader | null> {
  const token = (await cookies()).get(readerCookie().name)?.value
  return token ? readerSessions.getByToken(token, new Date()) : null
}

async function signInPath() {
  const asked = (await headers()).get('x-masthead-path')
  return asked ? (`/sign-in?to=${encodeURIComponent(asked)}` as const) : '/sign-in'
}
