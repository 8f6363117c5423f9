import { describe, expect, it, test } from 'vitest'
import { ROLES } from '@/domain/roles'
import { getMode, setMode } from './article-mode'
import { guest, setPolicy, typed } from './comment-fixtures'
import * as comments from './comments'
import { listHistory } from './discussion-history'
import { makePublished, makeStaff } from './fixtures'
import { freshDatabase } from './testing'

freshDatabase()

const now = new Date('2026-05-04T12:00:00Z')
const later = new Date('2026-05-05T12:00:00Z')
const owner = await makeStaff('owner')

const becomes = async (id: number) => (await comments.post(guest(), typed(id), later)).kind

describe('the mode of an article', () => {
  it('beats the site’s, until it follows the site again', async () => {
    const { id } = await makePublished(owner, now)
    await setPolicy({ mode: 'open' }, now)
    expect([await getMode(id), await becomes(id)]).toEqual(['open', 'published'])
    await setMode(owner, id, { mode: 'hold-all' }, now)
    expect([await getMode(id), await becomes(id)]).toEqual(['hold-all', 'held'])
    await setPolicy({ mode: 'hold-all' }, now)
    await setMode(owner, id, { mode: 'open' }, now)
    expect([await getMode(id), await becomes(id)]).toEqual(['open', 'published'])
    await setMode(owner, id, { mode: null }, now)
    expect([await getMode(id), await becomes(id)]).toEqual(['hold-all', 'held'])
  })

  it('stands in the history of its discussion, with who and why', async () => {
    const { id } = await makePublished(owner, now)
    await setMode(owner, id, { mode: 'hold-all', reason: 'A storm' }, later)
    await setMode(owner, id, { mode: 'hold-all' }, later)
    expect(await listHistory(id, later)).toMatchObject([
      {
        at: later,
        became: 'changed',
        by: { actor: owner.name, what: 'mode', mode: 'hold-all', reason: 'A storm' },
      },
    ])
  })
})

test.each(ROLES)(
  '%s sets the mode of others’ articles exactly where it sets their discussion',
  async (role) => {
    const { id } = await makePublished(owner, now)
    const result = await setMode(await makeStaff(role), id, { mode: 'hold-all' }, now)
    expect(result.kind === 'done').toBe(['owner', 'editor', 'moderator'].includes(role))
  },
)
