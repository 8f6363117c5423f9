import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { agentOf } from './agent'

test('others are told the program, its version and the site, and no secret of its address', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(agentOf(new URL('https://user:pass@agency.example/path?key=1'))).toBe(
    `Masthead/${version.replace(/\.\d+$/, '')} (+https://agency.example/)`,
  )
})
