import { expect, test } from 'vitest'
import { Flights, type Landed } from './flights'

function renders() {
  const started: ((landed: Landed<number>) => void)[] = []
  const render = () => new Promise<Landed<number>>((resolve) => started.push(resolve))
  const finish = (index: number, touched: boolean) => started[index]?.({ result: index, touched })
  return { started, render, finish }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

test('those who come during an untouched render share it', async () => {
  const { started, render, finish } = renders()
  const flights = new Flights<number>()
  const answers = [flights.join('/a', render), flights.join('/a', render), flights.join('/a', render)]
  finish(0, false)
  expect(await Promise.all(answers)).toEqual([0, 0, 0])
  expect(started).toHaveLength(1)
})

test('a render touched under way answers only who began it; all others share one more', async () => {
  const { started, render, finish } = renders()
  const flights = new Flights<number>()
  const first = flights.join('/a', render)
  const later = [flights.join('/a', render), flights.join('/a', render)]
  finish(0, true)
  expect(await first).toBe(0)
  await settle()
  expect(started).toHaveLength(2)
  finish(1, true)
  expect(await Promise.all(later)).toEqual([1, 1])
  expect(started).toHaveLength(2)
})

test('one who comes during the second render waits for it, or for a third where it was touched', async () => {
  const { started, render, finish } = renders()
  const flights = new Flights<number>()
  const first = flights.join('/a', render)
  const second = flights.join('/a', render)
  finish(0, true)
  await first
  await settle()
  const third = flights.join('/a', render)
  finish(1, true)
  expect(await second).toBe(1)
  await settle()
  finish(2, false)
  expect(await third).toBe(2)
  expect(started).toHaveLength(3)
})

test('a failed render fails those who wait for it and leaves the address free', async () => {
  const flights = new Flights<number>()
  await expect(flights.join('/a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await flights.join('/a', () => Promise.resolve({ result: 7, touched: false }))).toBe(7)
  expect(flights.size).toBe(0)
})
