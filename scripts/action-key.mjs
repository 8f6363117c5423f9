import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { root } from './run.mjs'

/**
 * The key from which a build names its actions. It stays with the data, so that a form that was open before an
 * update still finds its action after it.
 * @returns {string | undefined} undefined where the data folder cannot be written: the server will say so
 */
export function actionKey() {
  if (process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY) return process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
  const file = resolve(root, process.env.DATA_DIR ?? 'data', 'action-key')
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return undefined
  }
  return readFileSync(file, 'utf8').trim()
}
