import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { actionKey } from './action-key.mjs'
import { bundle } from './bundle.mjs'
import { again, fail } from './fail.mjs'
import { ensureInstalled } from './install.mjs'
import { inSeconds, keepLog, node, root } from './run.mjs'
import { fingerprint } from './sources.mjs'

/** Next's part and ours are stamped apart: the command line must never wait for Next. */
const stamps = { next: join(root, 'build', 'next.stamp'), bundles: join(root, 'build', 'bundles.stamp') }

/**
 * @param {keyof typeof stamps} part
 * @param {string} wanted
 */
const isFresh = (part, wanted) => existsSync(stamps[part]) && readFileSync(stamps[part], 'utf8') === wanted

/**
 * Runs one part of the build where it is stale. The stamp goes first, so that a build that was cut short is
 * never taken for a whole one.
 * @param {keyof typeof stamps} part
 * @param {string} wanted
 * @param {() => Promise<void>} make
 */
async function freshen(part, wanted, make) {
  rmSync(stamps[part], { force: true })
  await make()
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(stamps[part], wanted)
}

/**
 * Builds what is stale: Next's part, then the bundles.
 * @param {{ say?: (line: string) => void, live?: boolean }} [options]
 */
export async function ensureBuilt({ say = console.log, live = false } = {}) {
  const wanted = fingerprint()
  if (!isFresh('next', wanted) || !existsSync(join(root, '.next', 'BUILD_ID'))) {
    say('Building; this takes about a minute.')
    await freshen('next', wanted, async () => {
      const key = actionKey()
      const env = {
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        ...(key && { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key }),
      }
      const { code, output, seconds } = await node(['node_modules/next/dist/bin/next', 'build'], {
        env,
        live,
      })
      if (code !== 0) refuse(output)
      // not with each bundling: a running server may still ask for a chunk of the build that it came from
      rmSync(join(root, 'build', 'chunks'), { recursive: true, force: true })
      forgetBundles()
      say(`Built in ${inSeconds(seconds)}.`)
    })
  }
  await ensureBundled(wanted)
}

/** Bundles the server and the command line again where their sources changed. */
export async function ensureBundled(wanted = fingerprint()) {
  if (isFresh('bundles', wanted)) return
  await freshen('bundles', wanted, () => bundle().catch((error) => refuse(String(error))))
}

/** Whoever writes into build/ by other means says so here. */
export const forgetBundles = () => rmSync(stamps.bundles, { force: true })

/** What Next and esbuild say before they come to the point. */
const HEADLINE = /build error occurred|build failed with/i

/** @param {string} output */
function refuse(output) {
  const reason = output.split('\n').find((line) => /error|not found/i.test(line) && !HEADLINE.test(line))
  const what = reason?.replace(/^\W*(?:Error: )?\W*/, '') ?? 'it gave no reason'
  fail(
    `The build failed (${what}): mend that, then ${again()}. The full log is in ${keepLog('build', output)}`,
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await ensureInstalled()
  await ensureBuilt({ live: true })
}
