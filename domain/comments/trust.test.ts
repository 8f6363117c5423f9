import { expect, test } from 'vitest'
import { DISCUSSION_MODES } from '@/domain/discussion/choices'
import { letsPublish, type Trust, waitsForTrust } from './trust'

const AT_ONCE: Record<(typeof DISCUSSION_MODES)[number], Trust[]> = {
  open: ['typed', 'confirmed', 'known'],
  confirmed: ['confirmed', 'known'],
  'hold-first': ['known'],
  'hold-all': [],
}

test.each(DISCUSSION_MODES)(
  'in the mode %s exactly those publish at once who are known well enough',
  (mode) => {
    for (const trust of ['typed', 'confirmed', 'known'] as const)
      expect([trust, letsPublish(mode, trust)]).toEqual([trust, AT_ONCE[mode].includes(trust)])
  },
)

const byMode = (detail: string) => ({ rule: 'mode', detail }) as const

test('confirming helps a comment that nothing but the mode holds', () => {
  expect(waitsForTrust([byMode('confirmed')])).toBe(true)
  expect(waitsForTrust([byMode('hold-first')])).toBe(true)
  expect(waitsForTrust([byMode('hold-all')])).toBe(false)
  expect(waitsForTrust([byMode('confirmed'), { rule: 'trap', detail: '' }])).toBe(false)
  expect(waitsForTrust([])).toBe(false)
})
