import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { postForm } from './forms'
import { startServer } from './server'

const WRITERS = 6
const ENOUGH = 200

const listSchema = z.object({
  items: z.array(z.object({ slug: z.string(), discussion: z.object({ state: z.string() }) })),
})

const commentsSchema = z.object({
  items: z.array(z.object({ id: z.int() })),
  next: z.string().nullable(),
})

function masthead(dataDir: string, ...command: string[]): string {
  return execFileSync(process.execPath, ['build/cli.js', ...command], {
    env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir },
    encoding: 'utf8',
  })
}

test('after a power cut every acknowledged comment is there and the counters are right', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'masthead-durable-'))
  try {
    const first = await startServer(dataDir)
    for (const [key, value] of [
      ['discussion.mode', 'open'],
      ['discussion.perAddressPerMinute', '0'],
      ['discussion.perArticlePerMinute', '0'],
    ] as const)
      masthead(dataDir, 'settings', 'set', key, value)

    const { items } = listSchema.parse(await (await fetch(`${first.url}/api/articles`)).json())
    const open = items.find(({ discussion }) => discussion.state === 'open')
    if (!open) throw new Error('No article of the starter site is open for comments')
    const path = `/articles/${open.slug}`
    const page = await (await fetch(first.url + path)).text()

    const acknowledged: string[] = []
    let cut = false
    async function write(writer: number) {
      for (let i = 0; !cut; i++) {
        const fields = {
          name: `Writer ${writer}`,
          email: `writer${writer}@example.com`,
          comment: `Word ${i} of writer ${writer}`,
        }
        try {
          const { status, location } = await postForm(first.url + path, page, 'comment', fields)
          expect(status).toBe(303)
          if (location) acknowledged.push(location)
        } catch (error) {
          if (!cut) throw error
        }
      }
    }
    const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer))
    await expect.poll(() => acknowledged.length, { timeout: 40_000 }).toBeGreaterThan(ENOUGH)
    cut = true
    await first.kill()
    await Promise.all(writers)

    const second = await startServer(dataDir)
    const there = new Set<number>()
    for (let after = ''; ;) {
      const listed = await fetch(`${second.url}/api${path}/comments${after}`)
      const { items, next } = commentsSchema.parse(await listed.json())
      for (const { id } of items) there.add(id)
      if (next === null) break
      after = `?after=${next}`
    }
    const lost = acknowledged.filter((location) => !there.has(Number(/#comment-(\d+)$/.exec(location)?.[1])))
    expect(lost).toEqual([])
    expect(() => masthead(dataDir, 'doctor')).not.toThrow()
    await second.stop()
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})
