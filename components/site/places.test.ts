import { describe, expect, test } from 'vitest'
import { parseSection } from '@/domain/sections'
import { places } from './places'

const contact = parseSection('contact', { headline: 'Write', text: 'To us', callToAction: 'Write to us' })
const work = parseSection('work', {
  title: 'Work',
  note: '',
  items: [{ client: 'Client', what: 'What', result: '1', measure: 'measure' }],
})

describe('the main navigation', () => {
  test('leads to the articles of a site that has no home page yet', () => {
    expect(places([])).toEqual([{ label: 'Articles', href: '/articles' }])
  })

  test('leads to what the home page has, each kind once, and last to the contact of the page itself', () => {
    expect(places([work, contact, work]).map(({ href }) => href)).toEqual(['/#work', '/articles', '#contact'])
  })
})
