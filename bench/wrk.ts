import { once } from 'node:events'
import { z } from 'zod'
import { type Child, find, start } from './children'

const measured = z.object({
  requests: z.number(),
  seconds: z.number(),
  /** Answers above 399, and connections that broke. */
  failed: z.number(),
  /** Milliseconds. */
  p50: z.number(),
  p99: z.number(),
})
export type Load = z.infer<typeof measured> & { perSecond: number }

type Options = { connections: number; seconds: number; threads?: number; script?: string; args?: string[] }

/** Begins to load an address over connections that stay open, asking for gzip. */
export function startLoad(
  url: string,
  { connections, seconds, threads = Math.min(2, connections), script = 'bench/wrk.lua', args = [] }: Options,
): Child {
  return start(find('wrk') ?? 'wrk', [
    ...['-t', String(threads), '-c', String(connections), '-d', `${seconds}s`, '--timeout', '10s'],
    ...['-s', script, '-H', 'Accept-Encoding: gzip', url, '--', ...args],
  ])
}

/** Waits for the end of a load and reads what came of it. */
export async function finishLoad(child: Child): Promise<Load> {
  if (child.process.exitCode === null) await once(child.process, 'close')
  const line = child
    .printed()
    .split('\n')
    .findLast((text) => text.startsWith('{'))
  if (!line) throw new Error(`wrk did not finish:\n${child.printed()}`)
  const load = measured.parse(JSON.parse(line))
  return { ...load, perSecond: load.requests / load.seconds }
}

/** Loads an address to the end; an answer that failed spoils the measurement and throws. */
export async function load(url: string, options: Options): Promise<Load> {
  const result = await finishLoad(startLoad(url, options))
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.requests} requests to ${url} failed`)
  return result
}
