import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { db } from '../client'
import { isEmpty } from '../emptiness'
import { articles } from '../schema/articles'
import { comments } from '../schema/comments'
import { jobs } from '../schema/jobs'
import { touchLog } from '../schema/journal'
import { media } from '../schema/media'
import { freshDatabase } from '../testing'
import { load } from './load'

freshDatabase()

const now = new Date('2026-05-01T18:00:00Z')
const whole = join(import.meta.dirname, 'articles')
const broken = mkdtempSync(join(tmpdir(), 'masthead-starter-'))
afterAll(() => rmSync(broken, { recursive: true, force: true }))

test('a load that fails half-way leaves nothing, and the next one fills the database', async () => {
  cpSync(whole, broken, { recursive: true })
  const last = join(broken, 'a-brand-voice-is-a-list-of-decisions.md')
  // deeper than a document may be, which shows only when it is stored
  writeFileSync(last, `${readFileSync(last, 'utf8')}\n\n${'> '.repeat(40)}deep`)
  await expect(load(broken, now)).rejects.toThrow('makes no document')
  for (const table of [articles, comments, jobs, media, touchLog]) expect(await db().$count(table)).toBe(0)
  expect(await isEmpty()).toBe(true)
  expect(await load(whole, now)).toBe(true)
})
