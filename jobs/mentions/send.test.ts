import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { db, transact } from '@/db/client'
import * as editing from '@/db/editing'
import { makeDraft } from '@/db/fixtures'
import * as publishing from '@/db/publishing'
import { outgoingMentions } from '@/db/schema/outgoing'
import { freshDatabase } from '@/db/testing'
import { html, status } from './peer-fixture'
import { linking, now, rowOf, send, sourceOf, startTelling } from './telling-fixture'

freshDatabase()

const { owner, peer, takes, publish, revise } = await startTelling()
afterAll(() => peer.close())
beforeEach(async () => {
  peer.visits.length = 0
  await transact((tx) => tx.delete(outgoingMentions))
})

describe('what is told', () => {
  test('a link of a published article, once, with both addresses', async () => {
    const { target, endpoint } = takes(202)
    const { slug } = await publish(target)
    await send()
    await send()
    expect(peer.told(endpoint)).toEqual([{ source: sourceOf(slug), target }])
    expect(await rowOf(target)).toMatchObject({
      state: 'sent',
      status: 202,
      protocol: 'webmention',
      dueAt: null,
    })
    expect(peer.visits.map(({ headers }) => headers['user-agent'])).toEqual(
      Array(2).fill('Masthead/0.1 (+http://127.0.0.1:3000/)'),
    )
  })

  test('where the other side says what becomes of it', async () => {
    const { target } = takes(201, { location: '/status/1' })
    await publish(target)
    await send()
    expect(await rowOf(target)).toMatchObject({
      state: 'sent',
      status: 201,
      statusUrl: `${peer.origin}/status/1`,
    })
  })

  test('an update to those who are still linked to, to those who are now, and to those who are no more', async () => {
    const [kept, added, removed] = [takes(202), takes(202), takes(202)]
    const { id } = await publish(kept.target, removed.target)
    await send()
    await revise(id, kept.target, added.target)
    await send()
    await send()
    expect([kept, added, removed].map(({ endpoint }) => peer.told(endpoint).length)).toEqual([2, 1, 2])
    expect(await rowOf(removed.target)).toMatchObject({ state: 'gone' })
  })

  test('that an article is gone, and that it is back', async () => {
    const { target, endpoint } = takes(202)
    const { id } = await publish(target)
    await send()
    await publishing.unpublish(owner, id, now)
    await send()
    expect(peer.told(endpoint)).toHaveLength(2)
    expect(await rowOf(target)).toMatchObject({ state: 'gone' })
    await publishing.publish(owner, id, {}, now)
    await send()
    expect(peer.told(endpoint)).toHaveLength(3)
    expect(await rowOf(target)).toMatchObject({ state: 'sent' })
  })

  test('a move, under the address that is known there', async () => {
    const { target, endpoint } = takes(202)
    const { id, slug } = await publish(target)
    await send()
    await editing.changeSlug(owner, id, `${slug}-moved`, now)
    await send()
    const told = { source: sourceOf(slug), target }
    expect(peer.told(endpoint)).toEqual([told, told])
  })

  test('nothing twice for a revision, however often it is published', async () => {
    const { target, endpoint } = takes(202)
    const { id } = await publish(target)
    await send()
    await publishing.publish(owner, id, {}, now)
    await publishing.changeDate(owner, id, { publishAt: new Date('2026-02-01'), agreed: null }, now)
    await send()
    expect(peer.told(endpoint)).toHaveLength(1)
  })

  test('a scheduled article from its instant on, and not at all where it was called off', async () => {
    const [later, never] = [takes(202), takes(202)]
    const soon = new Date(Date.now() + 400)
    const id = await makeDraft(owner, { document: linking(later.target) })
    await publishing.publish(owner, id, { at: soon }, new Date())
    const off = await makeDraft(owner, { document: linking(never.target) })
    await publishing.publish(owner, off, { at: soon }, new Date())
    await publishing.unpublish(owner, off, new Date())
    await send()
    expect(peer.visits).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, soon.getTime() - Date.now() + 1))
    await send()
    expect(peer.told(later.endpoint)).toHaveLength(1)
    expect(peer.told(never.endpoint)).toEqual([])
  })

  test('nobody of links among ourselves, nor of mail', async () => {
    await publish('/articles/other', 'http://127.0.0.1:3000/about', 'mailto:a@elsewhere.test')
    await send()
    expect(await rowOf('http://127.0.0.1:3000/about')).toMatchObject({ state: 'none', reason: 'own' })
    expect(await db().$count(outgoingMentions)).toBe(1)
  })

  test('nobody elsewhere while the site can be read on its machine alone', async () => {
    await publish('https://peer.example/')
    await send()
    expect(await rowOf('https://peer.example/')).toMatchObject({ state: 'none', reason: 'here' })
  })
})

describe('pingback', () => {
  const ok =
    '<methodResponse><params><param><value><string>ok</string></value></param></params></methodResponse>'
  const fault = (code: number) =>
    `<methodResponse><fault><value><struct><member><name>faultCode</name><value><int>${code}</int></value></member></struct></value></fault></methodResponse>`

  test.each([
    [ok, { state: 'sent', status: null }],
    [fault(48), { state: 'sent', status: 48 }],
    [fault(33), { state: 'failed', reason: 'fault', status: 33 }],
    [fault(50), { state: 'due', reason: 'fault', status: 50 }],
    ['nonsense', { state: 'due', reason: 'answer' }],
  ])('is told where there is no webmention: %s', async (answer, row) => {
    const target = `${peer.origin}/old`
    peer.answers['/old'] = html('', { 'x-pingback': `${peer.origin}/xmlrpc` })
    peer.answers['/xmlrpc'] = status(200, {}, answer)
    const { slug } = await publish(target)
    await send()
    expect(peer.visits.at(-1)).toMatchObject({ method: 'POST', headers: { 'content-type': 'text/xml' } })
    expect(peer.visits.at(-1)?.body).toContain(`<string>${sourceOf(slug)}</string>`)
    expect(await rowOf(target)).toMatchObject({ protocol: 'pingback', ...row })
  })

  test('is told once, and not that a link is gone', async () => {
    const target = `${peer.origin}/old`
    peer.answers['/xmlrpc'] = status(200, {}, ok)
    const { id } = await publish(target)
    await send()
    await revise(id, target, `${peer.origin}/other`)
    await send()
    await publishing.unpublish(owner, id, now)
    await send()
    expect(peer.told('/xmlrpc')).toHaveLength(1)
    expect(await rowOf(target)).toMatchObject({ state: 'gone', reason: 'once' })
  })
})
