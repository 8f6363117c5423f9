import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emailInput, returnPath, signInInput } from './sign-in'

describe('where one goes after signing in', () => {
  test.each([
    ['/dashboard/articles?state=draft', '/dashboard/articles?state=draft'],
    ['/dashboard', '/dashboard'],
    ['/dashboard/../articles', '/dashboard'],
    ['/articles', '/dashboard'],
    ['/dashboards', '/dashboard'],
    ['//evil.example/dashboard', '/dashboard'],
    ['/\\evil.example/dashboard', '/dashboard'],
    ['https://evil.example/dashboard', '/dashboard'],
    ['javascript:alert(1)//dashboard', '/dashboard'],
    ['/dashboard/\n/evil', '/dashboard//evil'],
    ['', '/dashboard'],
    [undefined, '/dashboard'],
    [['/dashboard/articles'], '/dashboard'],
  ])('%j leads to %s', (asked, path) => {
    expect(returnPath(asked)).toBe(path)
  })

  test('nothing that can be asked for leaves this site', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.webPath()), (asked) => {
        const path = returnPath(asked)
        expect(path.startsWith('/dashboard')).toBe(true)
        expect(new URL(path, 'https://site.example').origin).toBe('https://site.example')
      }),
    )
  })
})

test('an address is one account however it is written', () => {
  expect(emailInput.parse('  Ines@Example.ORG ')).toBe('ines@example.org')
  expect(emailInput.safeParse('ines').success).toBe(false)
  expect(emailInput.safeParse(`${'a'.repeat(250)}@example.org`).success).toBe(false)
})

test('a form that was tampered with is an empty one', () => {
  expect(signInInput.parse({ password: 'x'.repeat(1001) })).toEqual({ email: '', password: '' })
})
