import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { again, fail } from './fail.mjs'
import { explainInstallFailure, UNREACHABLE } from './install-failure.mjs'
import { inSeconds, keepLog, node, root, run } from './run.mjs'

const stampFile = join(root, 'node_modules', '.masthead-stamp')

/**
 * Installs the packages when there are none, or when they belong to other versions of package.json, the lock
 * file or Node. `npm ci` would refuse a lock file that was made on another platform.
 * @param {{ say?: (line: string) => void }} [options]
 */
export async function ensureInstalled({ say = console.log } = {}) {
  const stamp = currentStamp()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return

  say('Installing packages; the first time this takes a minute or two.')
  // without a network npm would try again for minutes; with a full cache it needs none
  const ping = await npm(['ping', '--fetch-retries=0'])
  const offline = UNREACHABLE.test(ping.output) ? ['--offline'] : []
  const install = await npm(['install', '--no-save', '--no-audit', '--no-fund', '--include=dev', ...offline])
  if (install.code !== 0) refuse(install.output)
  // a binary that was compiled for another Node stays in place until it is rebuilt
  if (!(await databaseLoads())) {
    const rebuild = await npm(['rebuild', 'better-sqlite3'])
    if (rebuild.code !== 0 || !(await databaseLoads()))
      refuse(`${rebuild.output}\nbetter-sqlite3 does not load`)
  }
  writeFileSync(stampFile, stamp)
  say(`Installed in ${inSeconds(install.seconds)}.`)
}

/** @param {string} output */
function refuse(output) {
  const { what, mend } = explainInstallFailure(output)
  fail(`${what}: ${mend}, then ${again()}. The full log is in ${keepLog('install', output)}`)
}

function currentStamp() {
  const hash = createHash('sha256')
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, file)))
  return [hash.digest('hex'), process.versions.modules, process.platform, process.arch].join(' ')
}

async function databaseLoads() {
  const probe = "import('better-sqlite3').then(({ default: open }) => new open(':memory:'))"
  return (await node(['--input-type=module', '--eval', probe])).code === 0
}

/** @param {string[]} args */
function npm(args) {
  const running = process.env.npm_execpath
  // a compilation takes all processors
  const options = { env: { JOBS: 'max' } }
  if (running?.endsWith('npm-cli.js')) return node([running, ...args], options)
  return run('npm', args, options)
}
