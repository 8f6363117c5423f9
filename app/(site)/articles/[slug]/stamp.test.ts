import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { stampAt, stampedAt } from './stamp'

beforeAll(() => vi.stubEnv('AUTH_SECRET', 'a secret of the tests, long enough to be one'))
afterAll(() => vi.unstubAllEnvs())

const at = new Date('2024-03-24T16:00:00.123Z')

it('a stamp says when the form was rendered', () => {
  expect(stampedAt(7, stampAt(7, at))).toEqual(at)
})

it('a stamp of another article, another time or another hand says nothing', () => {
  const [time, signature] = stampAt(7, at).split('.')
  const earlier = (at.getTime() - 1).toString(36)
  for (const stamp of [
    stampAt(8, at),
    `${earlier}.${signature}`,
    `${time}.`,
    `${time}`,
    '',
    '.',
    `${time}.ü`,
  ])
    expect(stampedAt(7, stamp)).toBeNull()
})
