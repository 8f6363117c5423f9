import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** A program whose output is caught would colour it even where ours goes to a file. */
const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }

/**
 * Runs a program in the repository and waits for it. `code` is null where it could not be started
 * (`output` is then the reason) or was ended by a signal.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, live?: boolean }} [options] `live` also shows the output as it comes
 * @returns {Promise<{ code: number | null, output: string, seconds: number }>}
 */
export function run(command, args, { env = {}, live = false } = {}) {
  const started = Date.now()
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...colours, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
        if (live) process.stdout.write(text)
      })
    }

    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      child.kill(signal)
      process.exit(1)
    }
    process.on('SIGINT', passOn).on('SIGTERM', passOn)
    /** @param {number | null} code */
    const finish = (code) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn)
      resolve({ code, output, seconds: (Date.now() - started) / 1000 })
    }
    child.on('error', (error) => {
      output += error.message
      finish(null)
    })
    child.on('close', finish)
  })
}

/**
 * Runs a JavaScript file of the repository or of a package with this Node.
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const node = (args, options) => run(process.execPath, args, options)

/**
 * Keeps a long output where the person can read it, and gives its name.
 * @param {string} name
 * @param {string} output
 */
export function keepLog(name, output) {
  const file = join(mkdtempSync(join(tmpdir(), 'masthead-')), `${name}.log`)
  writeFileSync(file, output)
  return file
}

/** @param {number} seconds */
export const inSeconds = (seconds) => `${seconds.toFixed(1)} s`
