import { describe, expect, test } from 'vitest'
import { isTimeZone, SETTING_KEYS, SETTINGS, settingValue } from './settings'

describe('a setting', () => {
  test.each(SETTING_KEYS)('%s accepts its own fallback', (key) => {
    expect(SETTINGS[key].schema.safeParse(SETTINGS[key].fallback).success).toBe(true)
  })

  test('that was never saved has its fallback', () => {
    expect(settingValue('discussion.mode', undefined)).toBe('hold-first')
    expect(settingValue('discussion.closeAfterDays', undefined)).toBe(0)
    expect(settingValue('site.timeZone', undefined)).toBe('UTC')
  })

  test('that no longer fits its schema has its fallback', () => {
    expect(settingValue('discussion.clock', 'sundial')).toBe('published')
  })

  test.each([
    ['30', 30],
    [' 7 ', 7],
    [0, 0],
  ])('counted in days takes %j', (given, days) => {
    expect(SETTINGS['discussion.closeAfterDays'].schema.parse(given)).toBe(days)
  })

  test.each(['', 'soon', '-1', '1.5', -1, 1.5, null, 36_501])('counted in days refuses %j', (given) => {
    expect(SETTINGS['discussion.closeAfterDays'].schema.safeParse(given).success).toBe(false)
  })
})

describe('a list', () => {
  const { schema } = SETTINGS['score.gate']

  test.each([
    ['demo-copy, replacements', ['replacements', 'demo-copy']],
    ['', []],
    [['names', 'names'], ['names']],
  ])('takes %j', (given, chosen) => {
    expect(schema.parse(given)).toEqual(chosen)
  })

  test.each(['spelling', ['replacements', 'spelling'], null, 1])('refuses %j', (given) => {
    expect(schema.safeParse(given).success).toBe(false)
  })
})

test.each([
  ['Europe/Berlin', true],
  ['America/Los_Angeles', true],
  ['UTC', true],
  ['+02:00', false],
  ['Mars/Olympus', false],
  ['', false],
])('%j as a time zone: %j', (name, known) => {
  expect(isTimeZone(name)).toBe(known)
})
