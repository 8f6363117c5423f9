import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { expect, test } from './fixtures'
import { spoilCounts } from './fixtures/spoil'

let dataDir: string
test.beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'masthead-cli-'))
})
test.afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

function masthead(folder: string, ...command: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/cli.js', ...command], {
    env: { ...process.env, NODE_ENV: 'production', DATA_DIR: folder },
    encoding: 'utf8',
  })
  return { status, stdout, stderr, json: () => JSON.parse(stdout) as unknown }
}
const beside = (...command: string[]) => masthead(process.env['E2E_DATA_DIR'] ?? '', ...command)

test('help is everywhere, and what is not a command is a usage error', () => {
  const groups = [['settings'], ['settings', 'get'], ['settings', 'set'], ['staff'], ['staff', 'add']]
  for (const command of [[], ['fill'], ['doctor'], ...groups]) {
    const help = masthead(dataDir, ...command, '--help')
    expect(help.status, command.join(' ')).toBe(0)
    expect(help.stdout).toContain(`Usage: masthead ${command.join(' ')}`.trim())
  }
  for (const command of [
    [],
    ['nothing'],
    ['import', 'wordpress', 'export.xml'],
    ['fill'],
    ['fill', '--articles', 'many'],
    ['fill', '--depth', '3', '--comments', '5'],
    ['settings', 'get', 'no.such'],
    ['settings', 'set', 'site.name'],
    ['doctor', '--unknown'],
  ]) {
    const wrong = masthead(dataDir, ...command)
    expect(wrong.status, command.join(' ')).toBe(2)
    expect(wrong.stdout).toBe('')
    expect(wrong.stderr).not.toBe('')
  }
})

test('a command that cannot do what it was asked says so in one line', () => {
  for (const [command, reason] of [
    [['doctor'], /^There is no site in /],
    [['settings', 'set', 'discussion.closeAfterDays', 'soon'], /Write a whole number/],
    [['fill', '--thread', 'no-such-article', '--comments', '1'], /No published article has the address/],
  ] as const) {
    const refused = masthead(dataDir, ...command)
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(reason)
    expect(refused.stderr.trim().split('\n')).toHaveLength(1)
  }
})

test('bulk content makes a healthy site where there was none', () => {
  const folder = join(dataDir, 'filled')
  const filled = masthead(folder, 'fill', '--articles', '40', '--comments', '400', '--seed', '3', '--json')
  expect(filled.json()).toMatchObject({ articles: 40, comments: 400, seed: 3 })
  const found = masthead(folder, 'doctor', '--json')
  expect(found.json()).toMatchObject({ healthy: true })
  expect(found.status).toBe(0)
})

test('the doctor finds wrong counts, and mends them when asked', async () => {
  const folder = join(dataDir, 'miscounted')
  masthead(folder, 'fill', '--articles', '2', '--comments', '20')
  await spoilCounts(folder)
  const found = masthead(folder, 'doctor')
  expect(found.status).toBe(1)
  expect(found.stdout).toMatch(/^comments +\d+ wrong$/m)
  expect(masthead(folder, 'doctor', '--mend')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('(mended)'),
  })
  expect(masthead(folder, 'doctor').status).toBe(0)
})

test('a setting that is changed beside a running server is on its pages at once', async ({
  request,
  unique,
}) => {
  const before = beside('settings', 'get', 'site.tagline').stdout.trim()
  const tagline = unique('Tagline')
  expect(beside('settings', 'set', 'site.tagline', tagline, '--json').json()).toEqual({
    key: 'site.tagline',
    value: tagline,
    changed: true,
  })
  expect(await (await request.get('/feed.xml')).text()).toContain(tagline)
  beside('settings', 'set', 'site.tagline', before)
  expect(await (await request.get('/feed.xml')).text()).toContain(before)
})

test('a deep thread that is added beside a running server is counted at once', async ({ request }) => {
  const list = z.object({ items: z.array(z.object({ slug: z.string() })) })
  const { items } = list.parse(await (await request.get('/api/articles')).json())
  const slug = items.at(-1)?.slug ?? ''
  const count = async () =>
    z
      .object({ counts: z.object({ comments: z.int() }) })
      .parse(await (await request.get(`/api/articles/${slug}`)).json()).counts.comments
  const before = await count()
  expect(beside('fill', '--thread', slug, '--comments', '30', '--depth', '20').status).toBe(0)
  expect(await count()).toBe(before + 30)
})
