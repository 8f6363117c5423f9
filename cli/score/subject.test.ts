import { describe, expect, it } from 'vitest'
import { score } from '@/domain/score/score'
import { linesOf } from './lines'
import { subjectOf } from './subject'

describe('a file to be scored', () => {
  it('in Markdown says of itself what stands in its head', () => {
    const subject = subjectOf(
      'a.md',
      '---\ntitle: "Of rivers"\nkeyphrase: river\nauthor: Ada, Ben\ndate: 2026-01-02\ntags: [water, fish]\n---\n\nThey run.\r\n',
    )
    expect(subject).toMatchObject({
      ...{ title: 'Of rivers', keyphrase: 'river', people: ['Ada', 'Ben'], dated: true },
      topics: ['water', 'fish'],
    })
    expect(subject.blocks.map(({ text }) => text)).toEqual(['They run.'])
  })

  it('in Markdown has its first heading as title', () => {
    const subject = subjectOf('a.md', '# Of *rivers*\n\nThey run.')
    expect(subject).toMatchObject({ title: 'Of rivers', people: null })
    expect(subject.blocks).toHaveLength(1)
  })

  it('in HTML is read as a page, whatever its name', () => {
    expect(subjectOf('a.txt', '<!doctype html><title>Rivers</title><p>They run.</p>')).toMatchObject({
      title: 'Rivers',
    })
  })

  it('in plain text has paragraphs, a title and links', () => {
    const subject = subjectOf('a.txt', 'Of rivers\n\nThey run\nto https://sea.test/.\n\nAlways.')
    expect(subject.title).toBe('Of rivers')
    expect(subject.blocks.map(({ text }) => text)).toEqual(['They run to https://sea.test/.', 'Always.'])
    expect(subject.blocks[0]?.marks).toEqual([{ kind: 'link', from: 12, to: 29, href: 'https://sea.test/' }])
  })

  it('is told about in lines: the total, the parts, and each fault in its context', () => {
    const subject = subjectOf('a.md', '# Of rivers\n\nThey run in the the valley.')
    const text = linesOf(score(subject), subject, 100).join('\n')
    expect(text).toContain('/ 100  Of rivers')
    expect(text).toMatch(/Readability +not scored/)
    expect(text).toContain('They run in »the the« valley.')
  })

  it('may be empty', () => {
    for (const file of ['a.md', 'a.html', 'a.txt'])
      expect(score(subjectOf(file, ''))).toMatchObject({ total: 0, readability: null })
  })

  it('is refused in words where it is nested without end', () => {
    expect(() => subjectOf('a.md', '>'.repeat(20_000))).toThrow('a.md: It is nested too deeply')
    expect(() => subjectOf('a.html', '<div>'.repeat(50_000))).toThrow('a.html: It is nested too deeply')
  })
})
