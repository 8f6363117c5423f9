import { spawn } from 'node:child_process'
import { forgetBundles } from './build.mjs'
import { bundling } from './bundle.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node.mjs'
import { root } from './run.mjs'

requireNode('20.9', 'Masthead')
await ensureInstalled()
forgetBundles()

/** @type {import('node:child_process').ChildProcess | undefined} */
let server
let stopping = false

async function restart() {
  await stop()
  if (stopping) return
  server = spawn(process.execPath, ['--enable-source-maps', 'build/server.js'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
  })
}

/** @returns {Promise<void>} once the server has finished what it had in hand */
function stop() {
  const running = server
  if (!running || running.exitCode !== null || running.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    running.once('exit', () => resolve())
    running.kill('SIGTERM')
  })
}

const { context } = await import('esbuild')
const watching = await context({
  ...bundling(),
  plugins: [
    {
      name: 'restart',
      setup: (build) => build.onEnd(({ errors }) => (errors.length > 0 ? undefined : restart())),
    },
  ],
})
await watching.watch()

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    stopping = true
    void Promise.all([stop(), watching.dispose()]).then(() => process.exit(0))
  })
}
