import { existsSync, readFileSync } from 'node:fs'
import { again } from './fail.mjs'
import { keepLog, node, run } from './run.mjs'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The machine's own Chromium, or undefined where Playwright's is to be used. */
export function systemChromium() {
  return process.env.MASTHEAD_CHROMIUM ?? PLACES.find((path) => existsSync(path))
}

/**
 * Gets a browser for the end-to-end tests where there is none.
 * @returns {Promise<string | undefined>} why there is none, in one line
 */
export async function ensureBrowser() {
  if (await hasBrowser()) return undefined
  console.log('Installing Chromium for the end-to-end tests.')
  let log = ''
  for (const [command = '', ...args] of waysToInstall()) {
    const { output } = command === 'node' ? await node(args) : await run(command, args)
    log += output
  }
  if (await hasBrowser()) return undefined
  return (
    'There is no Chromium for the end-to-end tests: install one (Debian: apt-get install chromium) or name one ' +
    `in MASTHEAD_CHROMIUM, then ${again()}. The full log is in ${keepLog('chromium', log)}`
  )
}

async function hasBrowser() {
  if (systemChromium()) return true
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath())
}

function waysToInstall() {
  if (process.getuid?.() === 0 && isDebian()) {
    return [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'],
    ]
  }
  return [['node', 'node_modules/@playwright/test/cli.js', 'install', 'chromium']]
}

/** Only Debian's own package is the browser: Ubuntu's of the same name is a pointer to a snap. */
function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}
