import { inSeconds } from './run.mjs'

/**
 * @typedef {import('./checks.mjs').Check} Check
 * @typedef {import('./checks.mjs').Result} Result
 * @typedef {{ passed: number, failed: number }} Totals
 */

/**
 * Runs checks, at most `width` at a time, reports them in their order, and adds up what passed and failed.
 * @param {Check[]} checks
 * @param {number} [width]
 * @returns {Promise<Totals>}
 */
export async function runChecks(checks, width = 1) {
  /** @type {Promise<void>[]} */
  const running = []
  let reported = Promise.resolve()
  const totals = { passed: 0, failed: 0 }

  for (const check of checks) {
    const result = timed(check)
    reported = Promise.all([result, reported]).then(([{ passed, failed, output, seconds }]) => {
      totals.passed += passed
      totals.failed += failed
      const verdict = failed > 0 ? 'FAILED' : 'passed'
      console.log(`${check.title.padEnd(12)} ${verdict} ${inSeconds(seconds).padStart(9)}`)
      if (failed > 0) console.log(`\n${output.trim()}\n`)
    })
    const slot = result.then(() => void running.splice(running.indexOf(slot), 1))
    running.push(slot)
    if (running.length >= width) await Promise.race(running)
  }
  await reported
  return totals
}

/**
 * @param {Totals[]} parts
 * @returns {Totals}
 */
export function addUp(parts) {
  return parts.reduce((sum, { passed, failed }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
  }))
}

/**
 * @param {Check} check
 * @returns {Promise<Result & { seconds: number }>}
 */
async function timed({ check }) {
  const started = Date.now()
  return { ...(await check()), seconds: (Date.now() - started) / 1000 }
}
