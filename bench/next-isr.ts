import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ask } from './ask'
import { freePort } from '@/e2e/server'
import { run, start, until } from './children'

const APP = resolve('bench/isr')
const next = resolve('node_modules/next/dist/bin/next')

/** Builds the page of `bench/isr` over the data of a site, and serves it as `next start` does. */
export async function startIsr(dataDir: string): Promise<{ url: string }> {
  // what an earlier run rendered belongs to another database
  rmSync(join(APP, '.next'), { recursive: true, force: true })
  const env = { DATA_DIR: dataDir, NODE_ENV: 'production' }
  await run(process.execPath, [next, 'build'], { cwd: APP, env })
  const port = await freePort()
  const child = start(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: APP,
    env,
  })
  const url = `http://127.0.0.1:${port}`
  await until(child, () =>
    ask(url).then(
      () => true,
      () => false,
    ),
  )
  return { url }
}
