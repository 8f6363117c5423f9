import { expect, test } from 'vitest'
import { passwordProblem } from './passwords'

test.each([
  ['elevenchars', 'short'],
  ['twelve chars', null],
  ['четырнадцать!!', null],
  ['🦊🦊🦊', 'short'],
  ['x'.repeat(257), 'long'],
  ['Ines@Example.org', 'email'],
  ['Password1234', 'obvious'],
  ['passwordpassword', 'obvious'],
  ['Welcome-2024!!', 'obvious'],
  ['123456789012', 'obvious'],
  ['qwertyuiopas', 'obvious'],
  ['aaaaaaaaaaaa', 'obvious'],
  ['abababababab', 'obvious'],
  ['a long enough password', null],
  ['Sehr geheimes Wort', null],
])('%s: %s', (password, problem) => {
  expect(passwordProblem(password, 'ines@example.org')).toBe(problem)
})
