import { expect, test } from 'vitest'
import { envelopeOf } from './envelope'
import { compose, oneLine, quoted, type Sender } from './message'

const sender: Sender = {
  name: 'Prior Matter',
  address: '1 Main St',
  phone: '',
  email: 'hello@example.com',
  siteUrl: new URL('https://example.com/'),
}
const posted = { id: 7, to: 'dana@example.com', createdAt: new Date('2026-05-01T10:00:00Z') }
const draft = { subject: 'Hello', paragraphs: ['One.', 'Two.'], because: 'You asked.' }

test('a message ends with why it came, how to end it, and who writes', () => {
  const { text } = compose(sender, { ...draft, unsubscribe: 'https://example.com/stop' })
  expect(text).toBe(
    'One.\n\nTwo.\n\nYou asked. To receive no more of these: https://example.com/stop\n\n-- \nPrior Matter\n1 Main St\nhello@example.com\nhttps://example.com/\n',
  )
})

test.each(['a\r\nBcc: all@example.com', 'a\nb', 'a\u0000b', 'a\u2028b', 'a\u0085b', 'a\u202eb', ' a \t b '])(
  'no text of others begins a line of its own: %j',
  (text) => {
    expect(oneLine(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u)
    const { subject, from } = envelopeOf(
      compose({ ...sender, name: text }, { ...draft, subject: text }),
      { ...sender, name: text },
      posted,
    )
    expect(`${subject}${from.name}`).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u)
  },
)

test('nothing of others reads as a page', () => {
  expect(oneLine('<script>hit()</script> 1 < 2')).toBe('‹script>hit()‹/script> 1 < 2')
  expect(quoted('a\n<!-- b <\u200bi>')).toBe('> a\n> ‹!-- b ‹i>')
})

test('what is long is cut, between characters', () => {
  expect(oneLine('👩'.repeat(200))).toBe(`${'👩'.repeat(149)}…`)
  expect(quoted('x'.repeat(5_000)).length).toBeLessThan(700)
})

test('what somebody said is quoted line by line, so that no line passes for ours', () => {
  expect(quoted('One\r\n\r\n-- \nYour password is over\u2028here')).toBe(
    '> One\n>\n> --\n> Your password is over here',
  )
})

test('programs learn that a machine wrote, and how to end it with one press', () => {
  const { headers, messageId, from, to } = envelopeOf(
    compose(sender, { ...draft, unsubscribe: 'https://example.com/stop' }),
    sender,
    posted,
  )
  expect(headers).toEqual({
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'List-Unsubscribe': '<https://example.com/stop/one-click>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
  expect(messageId).toMatch(/^<[\w.]+\.7@example\.com>$/)
  expect([from.address, to.address]).toEqual(['hello@example.com', 'dana@example.com'])
  expect(envelopeOf(compose(sender, draft), sender, posted).headers).not.toHaveProperty('List-Unsubscribe')
})

test.each([
  ['https://example.com', 'no-reply@example.com'],
  ['http://127.0.0.1:3000', 'no-reply@[127.0.0.1]'],
  ['http://[::1]:3000', 'no-reply@[IPv6:::1]'],
])('a site without an address of its own writes from where it is: %s', (url, address) => {
  const nameless = { ...sender, email: '', siteUrl: new URL(url) }
  expect(envelopeOf(compose(nameless, draft), nameless, posted).from.address).toBe(address)
})
