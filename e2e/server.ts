import { spawn } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The owner that every server under test begins with. */
export const OWNER = { email: 'owner@example.com', password: 'a long enough password' }

export type RunningServer = {
  url: string
  pid: number
  /** What it has printed so far. */
  log: () => string
  /** Asks it to finish what it has in hand; throws where it does not within ten seconds. */
  stop: () => Promise<void>
  /** Ends it as a power cut would. */
  kill: () => Promise<void>
}

/** A site of its own on loopback, with starter content and an owner. */
export const environmentOf = (dataDir: string, port: number): Record<string, string> => ({
  HOST: '127.0.0.1',
  PORT: String(port),
  SITE_URL: `http://127.0.0.1:${port}`,
  DATA_DIR: dataDir,
  STARTER: 'agency',
  OWNER_EMAIL: OWNER.email,
  OWNER_PASSWORD: OWNER.password,
})

/**
 * Starts the built server on a free loopback port and waits until it is healthy. A folder that is empty gets a copy of
 * the starter site where one was made.
 */
export async function startServer(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<RunningServer> {
  if (!existsSync('build/server.js')) throw new Error('There is no build to test: run npm run build first')
  const starter = process.env.E2E_STARTER
  if (starter && !environment.STARTER && !existsSync(join(dataDir, 'masthead.sqlite')))
    cpSync(starter, dataDir, { recursive: true })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  // with the memory that `npm start` gives it
  const child = spawn(process.execPath, ['--max-old-space-size=384', 'build/server.js'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      MALLOC_ARENA_MAX: '2',
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      ...environmentOf(dataDir, port),
      ...environment,
    },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
  }
  const exited = once(child, 'exit')

  const deadline = Date.now() + 60_000
  // the owner of the environment is made after the port is open, and the line comes after that
  while (!printed.includes('is ready at') || !(await isHealthy(url))) {
    const isGone = child.exitCode !== null || child.signalCode !== null
    if (isGone || Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`The server ${isGone ? 'ended' : 'did not become healthy'}:\n${printed}`)
    }
    await sleep(50)
  }

  return {
    url,
    pid: child.pid ?? 0,
    log: () => printed,
    stop: async () => {
      child.kill('SIGTERM')
      const late = sleep(10_000, 'late', { ref: false })
      if ((await Promise.race([exited, late])) !== 'late') return
      child.kill('SIGKILL')
      throw new Error(`The server did not stop:\n${printed}`)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).ok
  } catch {
    return false // nothing listens yet
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (!address || typeof address === 'string') throw new Error('No free port')
  return address.port
}
