import { describe, expect, it, test } from 'vitest'
import { compileHosts, listedHost } from './hosts'

const { hosts, unusable } = compileHosts(`
# blocked
Spam.Example
https://www.pills.example/buy?x=1
*.games.example
bücher.example
no host
localhost
`)

describe('a list of hosts', () => {
  test.each([
    ['spam.example', 'spam.example'],
    ['shop.spam.example', 'spam.example'],
    ['pills.example', 'pills.example'],
    ['a.b.games.example', 'games.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['notspam.example', null],
    ['spam.example.org', null],
    ['example', null],
  ])('%s: %s', (host, listed) => {
    expect(listedHost(hosts, host)).toBe(listed)
  })

  it('names the lines that are none', () => {
    expect(unusable).toEqual(['no host', 'localhost'])
  })
})
