import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { node } from './run.mjs'

/**
 * @typedef {import('./checks.mjs').Check} Check
 * @typedef {{ passed: number, failed: number }} Counts
 */

/** @type {Check} */
export const unit = {
  title: 'Unit',
  check: async () => {
    const report = reportFile()
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json']
    const { code, output } = await node([...vitest, `--outputFile.json=${report.file}`])
    const { passed, failed } = report.read((json) => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests,
    }))
    return { ...verdict(code, { passed, failed }), output }
  },
}

/** @type {Check} */
export const endToEnd = {
  title: 'End to end',
  check: async () => {
    const missing = await ensureBrowser()
    if (missing) return { passed: 0, failed: 1, output: missing }
    const report = reportFile()
    const { code } = await node(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report.file },
      live: true,
    })
    const counts = report.read(({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + stats.skipped,
    }))
    return { ...verdict(code, counts), output: '' }
  },
}

function reportFile() {
  const folder = mkdtempSync(join(tmpdir(), 'masthead-'))
  const file = join(folder, 'report.json')
  return {
    file,
    /** @param {(json: any) => Counts} count */
    read: (count) => {
      try {
        return count(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        return { passed: 0, failed: 0 } // the runner fell before it could write: its exit code says so
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

/**
 * A runner that fell outside any test, or that found no test at all, has failed.
 * @param {number | null} code
 * @param {Counts} counts
 * @returns {Counts}
 */
function verdict(code, { passed, failed }) {
  const fellOutside = code !== 0 && failed === 0
  return { passed, failed: fellOutside || passed + failed === 0 ? failed + 1 : failed }
}
