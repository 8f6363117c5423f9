import { hkdfSync, randomBytes } from 'node:crypto'
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
