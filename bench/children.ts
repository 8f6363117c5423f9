import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

type Options = { cwd?: string; env?: Record<string, string> }
export type Child = { process: ChildProcess; pid: number; printed: () => string }

const STOP_MS = 15_000
const running = new Set<Child>()

/** Everything that a run writes besides its results. */
export const folder = mkdtempSync(join(tmpdir(), 'masthead-bench-'))

/** Whatever ends this process, nothing that it started or wrote outlives it. */
export function tidyUpAtExit(): void {
  process.on('exit', () => {
    for (const child of running) child.process.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  process.on('SIGINT', () => process.exit(130))
  process.on('SIGTERM', () => process.exit(143))
}

/** Starts a program; what it prints is kept. */
export function start(command: string, args: string[], { cwd, env }: Options = {}): Child {
  const spawned = spawn(command, args, {
    ...(cwd && { cwd }),
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [spawned.stdout, spawned.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
  const child = { process: spawned, pid: spawned.pid ?? 0, printed: () => printed }
  running.add(child)
  spawned.once('close', () => running.delete(child))
  return child
}

/** Runs a program to its end and gives what it printed; throws where it failed. */
export async function run(command: string, args: string[], options?: Options): Promise<string> {
  const child = start(command, args, options)
  await once(child.process, 'close')
  if (child.process.exitCode !== 0) throw new Error(`${command} ${args[0]} failed:\n${child.printed()}`)
  return child.printed()
}

/** Asks a child to end and waits until it did. */
export async function stop(child: Child): Promise<void> {
  if (child.process.exitCode !== null || child.process.signalCode !== null) return
  const closed = once(child.process, 'close')
  child.process.kill('SIGTERM')
  const late = await Promise.race([closed, sleep(STOP_MS, 'late', { ref: false })])
  if (late !== 'late') return
  child.process.kill('SIGKILL')
  throw new Error(`A program did not stop:\n${child.printed()}`)
}

/** Ends whatever still runs, so that no part of a run disturbs the next. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map(stop))
}

/** Waits until something holds of a child that is starting. */
export async function until(child: Child, isReady: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!(await isReady())) {
    if (child.process.exitCode !== null || Date.now() > deadline)
      throw new Error(`A program did not start:\n${child.printed()}`)
    await sleep(20)
  }
}

/** Where a program is that Debian packages; it may stand where only root looks. */
export function find(program: string): string | undefined {
  const places = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return places.map((place) => join(place, program)).find((path) => existsSync(path))
}
