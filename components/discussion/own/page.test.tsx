import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { OwnComment } from '@/db/comments'
import { EditComment } from './edit'
import { OwnCommentPage } from './page'

const at = new Date('2026-05-01T10:00:00Z')
const waiting: OwnComment = {
  state: 'held',
  reasons: [],
  decidedAt: null,
  withdrawnAt: null,
  source: 'What was said',
  editableUntil: at,
  email: 'p…@example.com',
  asked: { address: 'typed', follows: false, appeal: null },
  comment: {
    id: 1,
    parentId: null,
    depth: 0,
    name: 'Pat',
    website: '',
    staff: null,
    afterClosing: false,
    createdAt: at,
    editedAt: null,
    pinned: false,
    highlighted: false,
    writtenBefore: null,
    passage: null,
    html: '<p>What was said</p>',
    abridged: false,
    tombstone: false,
    replies: [],
    moreReplies: 0,
  },
  article: null,
}
const form = () => Promise.resolve({ kind: 'idle' as const })
const press = () => Promise.resolve()

const shown = (own: Partial<OwnComment>, typed: Record<string, string> | null = null) =>
  renderToStaticMarkup(
    <OwnCommentPage
      own={{ ...waiting, ...own }}
      token="token"
      title="Your comment"
      timeZone="UTC"
      email=""
      sendsMail
      actions={{ appeal: form, withdraw: press, follow: press, unfollow: press, mailLink: press }}
      typed={typed}
    />,
  )

const LATE: [string, Partial<OwnComment>][] = [
  ['published', { state: 'published', editableUntil: null }],
  ['taken back', { state: 'removed', withdrawnAt: at, editableUntil: null }],
  ['appealed for', { asked: { ...waiting.asked, appeal: 'Another appeal' } }],
]

test.each(LATE)('a text for a comment that was %s meanwhile is given back', (_, own) => {
  const text = 'A text that took an hour'
  const edit = { token: 'token', title: 'Edit', timeZone: 'UTC', action: form }
  const edited = renderToStaticMarkup(<EditComment {...edit} own={{ ...waiting, ...own }} typed={text} />)
  for (const page of [shown(own, { appeal: text }), edited]) {
    expect(page).toContain(text)
    expect(page).toContain('role="alert"')
  }
})

test('nothing can be done about a comment that was taken back', () => {
  expect(shown({ state: 'removed', withdrawnAt: at, editableUntil: null })).not.toContain('<form')
})

test('who follows without a confirmed address is told of a link only where one was mailed', () => {
  const follows = (address: 'typed' | 'mailed') => shown({ asked: { address, follows: true, appeal: null } })
  expect(follows('mailed')).toContain('Open the link that was mailed')
  expect(follows('typed')).not.toContain('Open the link that was mailed')
})
