import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { config } from './config'

let root: string | undefined
const keys = new Map<string, Buffer>()

function load(): string {
  const { authSecret, dataDir } = config()
  if (authSecret) return authSecret
  const file = join(dataDir, 'secret')
  try {
    mkdirSync(dirname(file), { recursive: true })
    // made only where there is none: two processes that start together agree on one
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/** A key of 32 bytes for one purpose, derived (RFC 5869) from the site's one secret. */
export function secretKey(purpose: string): Buffer {
  let key = keys.get(purpose)
  if (!key) {
    root ??= load()
    key = Buffer.from(hkdfSync('sha256', root, 'masthead', purpose, 32))
    keys.set(purpose, key)
  }
  return key
}

const signature = (purpose: string, text: string) =>
  createHmac('sha256', secretKey(purpose)).update(text).digest('base64url')

/** By it a ban outlives the erasure of the address that it is for. */
export const hashEmail = (email: string): string => signature('erased', email)

/** A token that only we can have made, for one purpose; it says what it is about and is stored nowhere. */
export const seal = (purpose: string, text: string): string =>
  `${Buffer.from(text).toString('base64url')}.${signature(purpose, text)}`

/** What a token of ours says; null for any other. */
export function unseal(purpose: string, token: string): string | null {
  const [encoded = '', signed = ''] = token.split('.')
  const text = Buffer.from(encoded, 'base64url').toString()
  const [given, expected] = [Buffer.from(signed), Buffer.from(signature(purpose, text))]
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : null
}
