import { expect, test } from 'vitest'
import { mailboxOf } from './readers'

test.each([
  ['ada@example.com', 'ada@example.com', 'example.com'],
  ['Ada+1@Example.com', 'ada@example.com', 'example.com'],
  ['a.d.a+x+y@gmail.com', 'ada@gmail.com', null],
  ['ada@googlemail.com', 'ada@gmail.com', null],
  ['a.d.a@example.com', 'a.d.a@example.com', 'example.com'],
])('mail to %s ends up in %s, and is counted for %s', (email, mailbox, mailHost) => {
  expect(mailboxOf(email)).toEqual({ mailbox, mailHost })
})
