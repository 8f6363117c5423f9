import { expect, test } from 'vitest'
import { readLabelled } from './labelled'
import { measureHalf } from './replacements'

test('the labelled set holds enough of each kind, in both halves', () => {
  const all = readLabelled()
  expect(all.filter(({ damaged }) => damaged.length > 0).length).toBeGreaterThanOrEqual(150)
  expect(all.filter(({ damaged }) => damaged.length === 0).length).toBeGreaterThanOrEqual(300)
  const halves = new Set(all.map(({ kind, isTuned }) => `${kind} ${isTuned}`))
  expect(halves.size).toBe(20)
})

test('passages that the rules were not tuned on are found, and clean ones left alone', () => {
  const { recall, words, falseAlarms } = measureHalf('held-out')
  expect(recall).toBeGreaterThanOrEqual(0.95)
  expect(falseAlarms / words).toBeLessThanOrEqual(1 / 2_000)
})
