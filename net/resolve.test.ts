import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDns } from './dns-fixture'
import { fetchGuarded } from './fetch'
import { byServers } from './resolve'

const siteUrl = new URL('http://127.0.0.1:3000')
const refused = (reason: string) => ({ kind: 'failed', reason })

let hits = 0
let port = 0
const server = createServer((req, res) => {
  hits++
  if (req.url === '/by-name') res.writeHead(302, { location: `http://inwards.example:${port}/words` })
  res.end()
})
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => void server.close())

describe('a name server that changes its mind', () => {
  const names: Record<string, string[]> = {
    'steady.example': ['127.0.0.1'],
    'inwards.example': ['10.0.0.1'],
    'mixed.example': ['93.184.216.34', '169.254.169.254'],
    'mapped.example': ['::ffff:127.0.0.1'],
    'embedded.example': ['64:ff9b::7f00:1'],
  }
  const queries: string[] = []
  let dns: Awaited<ReturnType<typeof startDns>>
  beforeAll(async () => {
    dns = await startDns((name, family) => {
      queries.push(`${name} ${family}`)
      // the second time it leads into the network
      const isLater = queries.filter((query) => query === `${name} ${family}`).length > 1
      const found = name === 'turning.example' ? [isLater ? '10.0.0.1' : '127.0.0.1'] : names[name]
      return found?.filter((address) => address.includes(':') === (family === 6)) ?? null
    })
  })
  afterAll(() => dns.close())
  const visit = (host: string, path = '/words') =>
    fetchGuarded(`http://${host}:${port}${path}`, {
      siteUrl,
      allowsLoopback: true,
      resolver: byServers([dns.address]),
    })

  test('is asked once, and its first answer is where the request goes', async () => {
    expect(await visit('turning.example')).toMatchObject({ kind: 'answered', status: 200 })
    expect(queries.filter((query) => query.startsWith('turning')).sort()).toEqual([
      'turning.example 4',
      'turning.example 6',
    ])
    expect(await visit('turning.example')).toEqual(refused('address'))
  })

  test.each(['inwards', 'mixed', 'mapped', 'embedded'])('leads nowhere by %s.example', async (name) => {
    const before = hits
    expect(await visit(`${name}.example`)).toEqual(refused('address'))
    expect(hits).toBe(before)
  })

  test('leads nowhere by a redirect either', async () => {
    expect(await visit('steady.example', '/by-name')).toEqual(refused('address'))
  })

  test('is believed that there is no such name, and no domain is searched for it', async () => {
    queries.length = 0
    expect(await visit('nobody')).toEqual(refused('name'))
    expect(queries.sort()).toEqual(['nobody 4', 'nobody 6'])
  })
})
