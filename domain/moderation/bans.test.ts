import { describe, expect, it, test } from 'vitest'
import { type BanKind, banInput, compileBans, endOf } from './bans'

const now = new Date('2026-05-04T12:00:00Z')
const later = new Date('2026-06-04T12:00:00Z')
const eve = { name: 'Eve', email: 'eve@spam.example', addressHash: 'h1' }
const asked = (kind: BanKind, pattern: string, hosts: string[] = [], at = now) =>
  compileBans([{ kind, pattern, endsAt: later }])(eve, { hosts }, at)

describe('a ban', () => {
  test.each<[BanKind, string, string[], string | null]>([
    ['email', 'eve@spam.example', [], 'eve@spam.example'],
    ['email', '*@spam.example', [], '*@spam.example'],
    ['email', 'adam@spam.example', [], null],
    ['email', 'ev@spam.example', [], null],
    ['name', 'eve', [], 'eve'],
    ['name', 'ev', [], null],
    ['host', 'pills.example', ['pills.example'], 'pills.example'],
    ['host', '*pills*', ['a.example', 'best-pills.example'], '*pills*'],
    ['address', 'h1', [], ''],
    ['address', 'h2', [], null],
  ])('by %s %j', (kind, pattern, hosts, found) => {
    expect(asked(kind, pattern, hosts)).toBe(found)
  })

  it('ends at its end', () => {
    expect(asked('name', 'eve', [], new Date(later.getTime() - 1))).toBe('eve')
    expect(asked('name', 'eve', [], later)).toBeNull()
    expect(asked('name', 'e*e', [], later)).toBeNull()
  })

  it('by network ends with the day, and any other after its days', () => {
    expect(endOf('address', 30, now)).toEqual(new Date('2026-05-05T00:00:00Z'))
    expect(endOf('email', 30, now)).toEqual(new Date('2026-06-03T12:00:00Z'))
  })
})

describe('what is typed', () => {
  const problem = (pattern: string) =>
    banInput.safeParse({ kind: 'email', pattern, days: 1, reason: '' }).error?.issues[0]?.message

  test.each(['*', '**', 'a*', '', '*.*'])('%j would hit everybody', (pattern) => {
    expect(problem(pattern)).toBe('Write at least two letters or digits in a row')
  })

  it('is folded as names and addresses are', () => {
    expect(banInput.parse({ kind: 'name', pattern: ' ÉVE ', days: 1, reason: '' }).pattern).toBe('eve')
  })
})
