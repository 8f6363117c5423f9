import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { secretKey } from '@/secret'

const sign = (id: string, email: string) =>
  createHmac('sha256', secretKey('devices')).update(`${id}\n${email}`).digest('base64url')

/** The mark of a device on which this account has signed in. */
export function markDevice(email: string): string {
  const id = randomBytes(16).toString('base64url')
  return `${id}.${sign(id, email)}`
}

/** The id of a device that carries our mark for this very account; null for any other. */
export function knownDevice(mark: string | undefined, email: string): string | null {
  const [id, signature] = mark?.split('.', 2) ?? []
  if (!id || !signature) return null
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(id, email))]
  return given.length === expected.length && timingSafeEqual(given, expected) ? id : null
}
