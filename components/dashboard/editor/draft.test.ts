import { describe, expect, it } from 'vitest'
import { blankRevision, type DraftInput } from '@/domain/revision'
import { Draft, type SaveOutcome } from './draft'
import type { Fields } from './fields'
import { Copies, type Store } from './recovery'

class Memory implements Store {
  readonly items = new Map<string, string>()
  isFull = false
  get length() {
    return this.items.size
  }
  key = (index: number) => [...this.items.keys()][index] ?? null
  getItem = (key: string) => this.items.get(key) ?? null
  removeItem = (key: string) => void this.items.delete(key)
  setItem = (key: string, value: string) => {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError')
    this.items.set(key, value)
  }
}

const fieldsWith = (title: string): Fields => ({ ...blankRevision(), title })

/** A desk with one article and a colleague. */
function desk() {
  const memory = new Memory()
  const server = { id: 1, fields: fieldsWith('Stored') }
  const sent: DraftInput[] = []
  let failure: SaveOutcome | null = null
  const send = async ({ baseRevisionId, ...fields }: DraftInput): Promise<SaveOutcome> => {
    sent.push({ baseRevisionId, ...fields })
    await Promise.resolve()
    if (failure) return failure
    if (baseRevisionId !== server.id) return { kind: 'conflict' }
    server.id++
    server.fields = fields
    return { kind: 'done', revisionId: server.id, savedAt: new Date(0) }
  }
  return {
    memory,
    server,
    sent,
    fail: (outcome: SaveOutcome | null) => (failure = outcome),
    colleagueSaves: (title: string) => {
      server.id++
      server.fields = fieldsWith(title)
    },
    open: () => new Draft({ ...server }, { send, copies: new Copies(memory, 7), now: () => 1000 }),
  }
}

describe('what is being written', () => {
  it('is stored on the revision that it was written on, and then on that', async () => {
    const { open, server } = desk()
    const draft = open()
    draft.type({ title: 'First' })
    expect(draft.current().isChanged).toBe(true)
    await draft.save()
    draft.type({ title: 'Second' })
    expect(await draft.save()).toMatchObject({ kind: 'done', revisionId: 3 })
    expect(server.fields.title).toBe('Second')
    expect(draft.current()).toMatchObject({ base: 3, isChanged: false })
  })

  it('is not changed when what was typed is taken back', () => {
    const draft = desk().open()
    draft.type({ title: 'Other' })
    draft.type({ title: 'Stored' })
    expect(draft.current().isChanged).toBe(false)
  })

  it('goes with the next save when it is typed while one is on its way', async () => {
    const { open, server, sent } = desk()
    const draft = open()
    draft.type({ title: 'First' })
    const first = draft.save()
    draft.type({ title: 'Second' })
    const second = draft.save()
    await first
    expect(draft.current().isChanged).toBe(true)
    expect(await second).toMatchObject({ kind: 'done' })
    expect(sent.map(({ title, baseRevisionId }) => [title, baseRevisionId])).toEqual([
      ['First', 1],
      ['Second', 2],
    ])
    expect(server.fields.title).toBe('Second')
  })

  it.each(['unreachable', 'signed-out'] as const)(
    'stays when the desk is %s, and can be sent again',
    async (kind) => {
      const { open, server, fail } = desk()
      const draft = open()
      draft.type({ title: 'Typed' })
      fail({ kind })
      await draft.save()
      expect(draft.current()).toMatchObject({
        problem: { kind },
        isChanged: true,
        fields: { title: 'Typed' },
      })
      fail(null)
      await draft.save()
      expect(draft.current()).toMatchObject({ problem: null, isChanged: false })
      expect(server.fields.title).toBe('Typed')
    },
  )
})

describe('the copy in the browser', () => {
  it('comes back after a crash, and goes once it is stored', async () => {
    const { open, memory } = desk()
    const before = open()
    before.type({ title: 'Typed' })
    before.keep()
    const after = open()
    expect(after.current()).toMatchObject({ fields: { title: 'Typed' }, restoredFrom: 1000, isChanged: true })
    await after.save()
    expect(memory.length).toBe(0)
    expect(open().current()).toMatchObject({ fields: { title: 'Typed' }, restoredFrom: null })
  })

  it('is dropped when the desk stored it and only the answer got lost', () => {
    const { open, memory, colleagueSaves } = desk()
    const before = open()
    before.type({ title: 'Typed' })
    before.keep()
    colleagueSaves('Typed')
    expect(open().current()).toMatchObject({ base: 2, restoredFrom: null, isChanged: false })
    expect(memory.length).toBe(0)
  })

  it('can be discarded for what is stored', () => {
    const { open, server, memory } = desk()
    open().type({ title: 'Lost' })
    const before = open()
    before.type({ title: 'Typed' })
    before.keep()
    const after = open()
    after.discard(server)
    expect(after.current()).toMatchObject({ fields: { title: 'Stored' }, isChanged: false, generation: 1 })
    expect(memory.length).toBe(0)
  })

  it('says when the browser takes none', () => {
    const { open, memory } = desk()
    const draft = open()
    memory.isFull = true
    draft.type({ title: 'Typed' })
    draft.keep()
    expect(draft.current().isUnkept).toBe(true)
    memory.isFull = false
    draft.keep()
    expect(draft.current().isUnkept).toBe(false)
  })

  it("is one article's own, and damage in storage harms nobody", () => {
    const { open, memory } = desk()
    memory.setItem(
      'masthead.article.70.1',
      JSON.stringify({ baseRevisionId: 1, typedAt: 5, fields: fieldsWith('X') }),
    )
    memory.setItem('masthead.article.7.1', '{"half')
    expect(open().current()).toMatchObject({ fields: { title: 'Stored' }, restoredFrom: null })
  })
})

describe('a colleague who saved meanwhile', () => {
  const conflict = async () => {
    const at = desk()
    const draft = at.open()
    draft.type({ title: 'Mine' })
    at.colleagueSaves('Theirs')
    expect(await draft.save()).toEqual({ kind: 'conflict' })
    expect(draft.current()).toMatchObject({ problem: { kind: 'conflict' }, fields: { title: 'Mine' } })
    return { ...at, draft }
  }

  it('is followed by what one keeps', async () => {
    const { draft, server } = await conflict()
    expect(await draft.keepMine(server)).toMatchObject({ kind: 'done', revisionId: 3 })
    expect(server.fields.title).toBe('Mine')
    expect(draft.current()).toMatchObject({ problem: null, isChanged: false, aside: null })
  })

  it("is taken over, and one's own version waits aside", async () => {
    const { draft, server, open } = await conflict()
    draft.takeTheirs(server)
    expect(draft.current()).toMatchObject({ fields: { title: 'Theirs' }, isChanged: false, base: 2 })
    const later = open()
    expect(later.current()).toMatchObject({
      fields: { title: 'Theirs' },
      aside: { fields: { title: 'Mine' } },
    })
    later.bringBack()
    expect(later.current()).toMatchObject({ fields: { title: 'Mine' }, aside: null, isChanged: true })
    expect(await later.save()).toMatchObject({ kind: 'done' })
    expect(open().current()).toMatchObject({ fields: { title: 'Mine' }, restoredFrom: null, aside: null })
  })

  it('changes places with it when both were written on', async () => {
    const { draft, server } = await conflict()
    draft.takeTheirs(server)
    draft.type({ title: 'Theirs and more' })
    draft.bringBack()
    expect(draft.current()).toMatchObject({
      fields: { title: 'Mine' },
      aside: { fields: { title: 'Theirs and more' } },
    })
    draft.forgetAside()
    expect(draft.current().aside).toBeNull()
  })
})
