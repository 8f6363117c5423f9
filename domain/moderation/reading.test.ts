import { describe, expect, it, test } from 'vitest'
import { renderComment } from '@/domain/comments/markdown'
import { read } from './reading'

const reading = (markdown: string, website = '') =>
  read({ name: 'Ada', email: 'ada@example.com', website, html: renderComment(markdown) })

describe('a comment is read', () => {
  test.each([
    ['vi**ag**ra', 'viagra'],
    ['one\\\ntwo', 'one'],
    ['one\n\ntwo', 'two'],
    ['* pills', 'pills'],
    ['[look](https://www.pills.example/cheap)', 'cheap'],
    ['caf&eacute;', 'cafe'],
  ])('%j as it will be seen', (markdown, word) => {
    expect(reading(markdown).words).toContain(word)
  })

  it('with its name, website and email', () => {
    const { words } = reading('Hello', 'https://best-casino.example/')
    expect(words).toEqual(expect.arrayContaining(['ada', 'casino']))
  })

  it('with its links counted and their hosts named once', () => {
    const found = reading('https://a.example/1 https://www.a.example/2 and b.example', 'https://c.example/')
    expect(found).toMatchObject({ links: 2, hosts: ['a.example', 'c.example'] })
  })
})
