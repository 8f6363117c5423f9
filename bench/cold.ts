import { setTimeout as sleep } from 'node:timers/promises'
import { ask } from './ask'
import { freePort } from '@/e2e/server'
import { stop } from './children'
import { newDataDir, spawnMasthead } from './masthead'
import { atMost, type Findings } from './report'
import { median } from './statistics'

const STARTS = 7

/** How long a site that was set up before is away when it is started again. */
export async function cold(): Promise<Findings> {
  const dataDir = newDataDir('cold')
  // a site keeps its address
  const port = await freePort()
  await timeStart(dataDir, port)
  const times: number[] = []
  for (let i = 0; i < STARTS; i++) times.push(await timeStart(dataDir, port))
  return {
    how: `From the start of the process, by the command behind \`npm start\` on a tree that is built and data that is set up, \
to the last byte of the first 200 of the home page, which the server before has kept on disk; ${STARTS} starts, after one \
that does not count.`,
    tables: [
      {
        columns: ['', 'fastest', 'median', 'slowest'],
        rows: [['milliseconds', Math.min(...times), median(times), Math.max(...times)]],
      },
    ],
    checks: [atMost('cold start, median', median(times) / 1000, 1, ' s')],
  }
}

async function timeStart(dataDir: string, port: number): Promise<number> {
  const began = performance.now()
  const child = spawnMasthead(dataDir, port)
  for (;;) {
    const status = await ask(`http://127.0.0.1:${port}/`).then(
      (answer) => answer.status,
      () => null,
    )
    if (status === 200) break
    if (child.process.exitCode !== null) throw new Error(`The server ended:\n${child.printed()}`)
    await sleep(5)
  }
  const took = performance.now() - began
  await stop(child)
  return took
}
