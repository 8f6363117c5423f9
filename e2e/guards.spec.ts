import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { closedTo, countRows, type Guarded, listGuarded } from './fixtures/guarded'
import { makeColleague, mintCookie } from './fixtures/staff'
import { type RunningServer, startServer } from './server'

// a server of its own, so that whatever is written was written by what is tried here
const dataDir = mkdtempSync(join(tmpdir(), 'masthead-e2e-guards-'))
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer(dataDir)
})
test.afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

type Role = Parameters<typeof makeColleague>[0]
const cookies = new Map<Role, Promise<string>>()

async function signIn(role: Role) {
  const { name, value } = await mintCookie(await makeColleague(role, dataDir), dataDir)
  return `${name}=${value}`
}

/** The cookie of one colleague of each role, made when it is first asked for. */
function cookieOf(role: Role): Promise<string> {
  const cookie = cookies.get(role) ?? signIn(role)
  cookies.set(role, cookie)
  return cookie
}

type Tried = { way: string; status: number; leadsTo: string | null }

/** Tries everything that this could be reached by. */
async function attempt({ kind, path, id }: Guarded, cookie?: string): Promise<Tried[]> {
  const send = async (way: string, init: RequestInit = {}): Promise<Tried> => {
    const headers = new Headers(init.headers)
    headers.set('origin', server.url)
    if (cookie) headers.set('cookie', cookie)
    const answer = await fetch(server.url + path, { redirect: 'manual', ...init, headers })
    await answer.arrayBuffer()
    const leadsTo = answer.headers.get('location') ?? answer.headers.get('x-action-redirect')
    return { way, status: answer.status, leadsTo }
  }
  if (kind === 'page') return [await send('GET')]
  if (kind === 'route') {
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
    return Promise.all(methods.map((method) => send(method, { method })))
  }
  const form = new FormData()
  form.set(`$ACTION_ID_${id}`, '')
  return [
    await send('by script', { method: 'POST', headers: { 'next-action': id ?? '' }, body: '[]' }),
    await send('by form', { method: 'POST', body: form }),
  ]
}

for (const guarded of listGuarded()) {
  test(`${guarded.kind} ${guarded.name} is closed to whoever is signed out`, async () => {
    const before = await countRows(dataDir)
    const tried = await attempt(guarded)
    for (const { way, status, leadsTo } of tried) {
      if (guarded.kind === 'route') expect([401, 405], way).toContain(status)
      else if (leadsTo === null) expect(refusalsOf(guarded, way, 401), way).toContain(status)
      else expect(leadsTo, way).toMatch(/^\/sign-in/)
    }
    if (guarded.kind === 'route') expect(tried.map(({ status }) => status)).toContain(401)
    expect(await countRows(dataDir)).toEqual(before)
  })

  for (const role of closedTo(guarded.guard)) {
    test(`${guarded.kind} ${guarded.name} is closed to the role ${role}`, async () => {
      const cookie = await cookieOf(role)
      const before = await countRows(dataDir)
      const tried = await attempt(guarded, cookie)
      for (const { way, status } of tried) expect(refusalsOf(guarded, way, 403), way).toContain(status)
      expect(tried.map(({ status }) => status)).toContain(403)
      expect(await countRows(dataDir)).toEqual(before)
    })
  }

  if (guarded.kind === 'page') {
    test(`page ${guarded.name} is open to an owner`, async () => {
      for (const { status } of await attempt(guarded, await cookieOf('owner')))
        expect([200, 307, 404]).toContain(status)
    })
  }
}

/** The ways to say no. To an action posted as a form Next answers 401 and 403 with the page for 404. */
function refusalsOf({ kind }: Guarded, way: string, status: number): number[] {
  if (kind === 'route') return [status, 405]
  return kind === 'action' && way === 'by form'
    ? [status, 404]
    : kind === 'action' || status === 403
      ? [status]
      : []
}
