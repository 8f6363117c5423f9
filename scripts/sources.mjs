import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

/** The folders that a build is made of; one that is missing counts as empty. */
const FOLDERS = ['app', 'auth', 'cli', 'components', 'db', 'documents', 'domain', 'jobs', 'net', 'public']

/** So are the files at the root, such as server.ts and package.json, except what only checks read. */
const ROOT_FILE = /^(?!next-env|drizzle|playwright|vitest|knip).*\.(ts|json)$/

const LEFT_OUT = /\.test\.tsx?$/

/** One hash over all sources and the version of Node: what a build is fresh against. */
export function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  const files = readdirSync(root).filter((name) => ROOT_FILE.test(name))
  const folders = FOLDERS.filter((name) => existsSync(join(root, name)))
  for (const source of [...files.sort(), ...folders, 'scripts/build.mjs', 'scripts/bundle.mjs'])
    add(hash, source)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function add(hash, path) {
  if (LEFT_OUT.test(path)) return
  const absolute = join(root, path)
  if (statSync(absolute).isDirectory()) {
    for (const name of readdirSync(absolute).sort()) add(hash, `${path}/${name}`)
    return
  }
  const content = readFileSync(absolute)
  // with its length, no two sets of files read as the same run of bytes
  hash.update(`${path}\0${content.length}\0`).update(content)
}
