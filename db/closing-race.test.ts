import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { DAY_MS } from '@/domain/discussion/state'
import { db } from './client'
import { countWrong } from './recount'
import { countStored, setPolicy } from './comment-fixtures'
import * as editing from './editing'
import { makePublished, makeStaff } from './fixtures'
import { freshDatabase } from './testing'

const file = freshDatabase()

const root = join(import.meta.dirname, '..')
const POSTS = 5_000
const tallied = z.object({ acknowledged: z.number(), refused: z.number(), other: z.number() })

/** Bundles the posting process beside our modules, where its packages are found. */
async function bundle(): Promise<string> {
  const outfile = join(root, 'build/test/closing.process.mjs')
  const entryPoints = [join(root, 'db/closing.process.ts')]
  const shape = { bundle: true, format: 'esm', platform: 'node', packages: 'external' } as const
  await build({ absWorkingDir: root, entryPoints, outfile, logLevel: 'silent', ...shape })
  return outfile
}

it('of ten thousand posts from two processes none is stored after closing by hand', async () => {
  const now = new Date('2026-03-01T12:00:00Z')
  const editor = await makeStaff('editor')
  await setPolicy({}, now)
  const { id } = await makePublished(editor, new Date(now.getTime() - DAY_MS))
  const program = await bundle()
  const runs = ['one', 'two'].map((mark) =>
    promisify(execFile)(process.execPath, [program, file, `${id}`, `${POSTS}`, `${now.getTime()}`, mark]),
  )
  while ((await countStored(id)) < POSTS / 5) await sleep(5)
  expect(await editing.setDiscussion(editor, id, { discussion: 'closed' }, now)).toEqual({ kind: 'done' })
  const atClosing = await countStored(id)
  const tallies = (await Promise.all(runs)).map(({ stdout }) => tallied.parse(JSON.parse(stdout)))
  const sum = (of: keyof z.infer<typeof tallied>) => tallies.reduce((all, tally) => all + tally[of], 0)
  expect(await countStored(id)).toBe(atClosing)
  expect(sum('acknowledged')).toBe(atClosing)
  expect(sum('refused')).toBe(2 * POSTS - atClosing)
  expect(sum('refused')).toBeGreaterThan(0)
  expect(sum('other')).toBe(0)
  expect(await countWrong(id, db())).toBe(0)
}, 120_000)
