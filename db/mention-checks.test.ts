import { expect, test } from 'vitest'
import { makePublished, makeStaff } from './fixtures'
import { settle } from './mention-checks'
import { getMention, makeMention } from './mention-fixtures'
import { freshDatabase } from './testing'

freshDatabase()

const owner = await makeStaff('owner')
const now = new Date('2026-03-01T10:00:00Z')

test('while many wait, what cannot be reached is given up at once, and what is shown stays', async () => {
  const { id } = await makePublished(owner, now)
  const answerless = async (state: 'waiting' | 'published') => {
    const mention = await makeMention(id, { state })
    const { source, target } = mention
    await settle(
      { id: mention.id, source, target, slug: null },
      { kind: 'later', reason: 'unreachable' },
      now,
    )
    return getMention(mention.id)
  }
  expect(await answerless('waiting')).toMatchObject({ state: 'waiting', attempts: 1 })
  for (let n = 0; n < 500; n++) await makeMention(id, { state: 'waiting' })
  expect(await answerless('waiting')).toMatchObject({ state: 'gone', failure: 'unreachable' })
  expect(await answerless('published')).toMatchObject({ state: 'published', attempts: 1 })
})
