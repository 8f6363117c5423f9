import { describe, expect, it, test } from 'vitest'
import { COMMENT_MAX, guestComment, NAME_MAX, staffComment } from './input'

const given = { name: 'Dana', email: 'dana@example.com', website: '', comment: 'Hello' }
const parsed = (changes: Partial<typeof given>) => guestComment.parse({ ...given, ...changes })
const problem = (changes: Partial<typeof given>) =>
  guestComment.safeParse({ ...given, ...changes }).error?.issues[0]?.message

describe('a name', () => {
  it('is one line without what surrounds it', () => {
    expect(parsed({ name: '  Dana \n Whitlock ' }).name).toBe('Dana Whitlock')
  })

  it('cannot turn the line around, and keeps what scripts need', () => {
    expect(parsed({ name: 'a\u202eb\u0007' }).name).toBe('ab')
    expect(parsed({ name: '👩‍🔬 نور' }).name).toBe('👩‍🔬 نور')
  })

  test.each(['', '   ', '\u200b\u2060', '\u202e'])('cannot be invisible: %j', (name) => {
    expect(problem({ name })).toBe('Write your name')
  })

  it('has a length', () => {
    expect(parsed({ name: 'n'.repeat(NAME_MAX) }).name).toHaveLength(NAME_MAX)
    expect(problem({ name: 'n'.repeat(NAME_MAX + 1) })).toMatch(/^Use at most 245 characters/)
  })
})

describe('an email address', () => {
  test.each(['', 'dana', 'dana@', '@example.com', 'a b@example.com'])('is not %j', (email) => {
    expect(problem({ email })).toMatch(/^Write (your|an) email address/)
  })

  it('loses the spaces around it', () => {
    expect(parsed({ email: ' dana@example.com ' }).email).toBe('dana@example.com')
    expect(parsed({ email: 'Dana@Example.COM' }).email).toBe('dana@example.com')
  })
})

describe('a website', () => {
  test.each([
    ['', ''],
    ['example.com', 'https://example.com/'],
    ['example.com:8080/a', 'https://example.com:8080/a'],
    ['http://example.com/a?b=c', 'http://example.com/a?b=c'],
    ['HTTPS://Example.com', 'https://example.com/'],
    ['https://bücher.example', 'https://xn--bcher-kva.example/'],
  ])('%j is %j', (website, address) => {
    expect(parsed({ website }).website).toBe(address)
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'ftp://example.com',
    'mailto:a@example.com',
    'https://user:pass@example.com',
    'https://',
    'nowhere',
    '//',
  ])('is not %j', (website) => {
    expect(problem({ website })).toMatch(/^Write a web address/)
  })

  it('has a length', () => {
    expect(problem({ website: `https://example.com/${'a'.repeat(200)}` })).toMatch(/^Use at most 200/)
  })
})

describe('a comment', () => {
  it('keeps its indentation and loses blank lines around it', () => {
    expect(staffComment.parse({ comment: '\r\n \r\n    code\r\n\r\ntext \n\n' }).comment).toBe(
      '    code\n\ntext',
    )
  })

  test.each(['', ' \n ', '\u200b', '\0'])('cannot be invisible: %j', (comment) => {
    expect(problem({ comment })).toBe('Write a comment')
  })

  it('has a length', () => {
    expect(parsed({ comment: 'c'.repeat(COMMENT_MAX) }).comment).toHaveLength(COMMENT_MAX)
    expect(problem({ comment: 'c'.repeat(COMMENT_MAX + 1) })).toBe('Shorten the comment to 65,525 characters')
  })

  it('of nothing but spaces is read in no time', () => {
    const began = performance.now()
    problem({ comment: `${' '.repeat(300_000)}.${' '.repeat(300_000)}.` })
    expect(performance.now() - began).toBeLessThan(500)
  })
})
