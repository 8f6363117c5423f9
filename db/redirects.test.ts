import { expect, test } from 'vitest'
import { transact } from './client'
import { getRedirect, move, release } from './redirects'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-03-01T12:00:00Z')

test('a path that never moved leads nowhere', async () => {
  expect(await getRedirect('/articles/one')).toBeNull()
})

test('a chain of moves leads from every old path straight to the last', async () => {
  await transact((tx) => move(tx, '/articles/one', '/articles/two', now))
  await transact((tx) => move(tx, '/articles/two', '/articles/three', now))
  expect(await getRedirect('/articles/one')).toBe('/articles/three')
  expect(await getRedirect('/articles/two')).toBe('/articles/three')
})

test('a path that comes back leads nowhere, and the others lead to it', async () => {
  await transact((tx) => move(tx, '/articles/three', '/articles/one', now))
  expect(await getRedirect('/articles/one')).toBeNull()
  expect(await getRedirect('/articles/two')).toBe('/articles/one')
  expect(await getRedirect('/articles/three')).toBe('/articles/one')
})

test('a path that something new took over leads nowhere', async () => {
  await transact((tx) => release(tx, '/articles/two'))
  expect(await getRedirect('/articles/two')).toBeNull()
})
