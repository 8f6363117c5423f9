import { beforeEach, expect, it } from 'vitest'
import type { StaffActor } from '@/domain/actor'
import { say, setPolicy } from './comment-fixtures'
import * as editing from './editing'
import { documentOf, draftOf, makePublished, makeStaff } from './fixtures'
import * as publishing from './publishing'
import { freshDatabase } from './testing'
import { listThread } from './threads'

freshDatabase()

const day = (n: number) => new Date(Date.UTC(2024, 2, n, 12))
const BEFORE = documentOf('A model can be turned off.', 'A habit is harder to turn off.')
const AFTER = documentOf('A habit is much harder to turn off. And a model can be turned off.')

let editor: StaffActor
let article: { id: number; slug: string }

beforeEach(async () => {
  editor = await makeStaff('editor')
  article = await makePublished(editor, day(24), { document: BEFORE })
  await setPolicy({}, day(24))
})

async function rewrite(now: Date) {
  await editing.saveDraft(editor, article.id, await draftOf(article.id, { document: AFTER }), now)
  await publishing.publish(editor, article.id, {}, now)
}
const passages = async () => (await listThread(article.id, {}, day(30))).roots.map(({ passage }) => passage)

it('a quote of the article at the beginning of a comment is anchored in it', async () => {
  await say(article.id, day(25), { comment: '> A habit is harder\n> to turn off.\n\nIs it?' })
  await say(article.id, day(25), { comment: '> Somebody else said this\n\nIs it?' })
  await say(article.id, day(25), { comment: 'A habit is harder to turn off. Is it?' })
  expect(await passages()).toEqual([
    {
      exact: 'A habit is harder to turn off.',
      prefix: '',
      suffix: '',
      start: 28,
      fragment: '#:~:text=A%20habit%20is%20harder%20to%20turn%20off.',
      isThere: true,
    },
    null,
    null,
  ])
})

it('a quote says whether the article still has it, wherever that is now', async () => {
  await say(article.id, day(25), { comment: '> model can be turned off' })
  await say(article.id, day(25), { comment: '> habit is harder to turn' })
  await rewrite(day(26))
  await say(article.id, day(27), { comment: '> habit is harder to turn\n\nStill?' })
  await say(article.id, day(27), { comment: '> is much harder to turn off' })
  expect((await passages()).map((passage) => passage?.isThere)).toEqual([true, false, undefined, true])
})

it('a quote is looked for in what was read when it was written', async () => {
  await rewrite(day(26))
  await say(article.id, day(27), { comment: '> habit is harder to turn', renderedAt: day(25) })
  expect(await passages()).toMatchObject([{ exact: 'habit is harder to turn', isThere: false }])
})
