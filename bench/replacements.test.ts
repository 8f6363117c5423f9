import { expect, test } from 'vitest'
import { readLabelled } from './labelled'
import { measureHalf } from './replacements'

test.each([
  ['labelled', 150, 300],
  ['blind', 100, 150],
] as const)('the %s set holds enough of each kind, in both halves', (set, damaged, clean) => {
  const all = readLabelled(set)
  expect(all.filter((passage) => passage.damaged.length > 0).length).toBeGreaterThanOrEqual(damaged)
  expect(all.filter((passage) => passage.damaged.length === 0).length).toBeGreaterThanOrEqual(clean)
  const halves = new Set(all.map(({ kind, isTuned }) => `${kind} ${isTuned}`))
  expect(halves.size).toBeGreaterThanOrEqual(20)
})

test('passages that the rules were not tuned on are found, and clean ones left alone', () => {
  const { recall, words, falseAlarms } = measureHalf('labelled', 'held-out')
  expect(recall).toBeGreaterThanOrEqual(0.95)
  expect(falseAlarms / words).toBeLessThanOrEqual(1 / 2_000)
})

test('rules become no worse on passages that were written without sight of them', () => {
  const [tuned, heldOut] = [measureHalf('blind', 'tuned'), measureHalf('blind', 'held-out')]
  expect(tuned.recall).toBeGreaterThanOrEqual(0.92)
  expect(heldOut.recall).toBeGreaterThanOrEqual(0.86)
  expect(tuned.falseAlarms + heldOut.falseAlarms).toBeLessThanOrEqual(4)
})
