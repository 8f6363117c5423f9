import { expect, test } from 'vitest'
import { readPair } from './pair'

const site = new URL('https://us.example/')
const target = 'https://us.example/articles/a-piece'

test('a source and one of our articles are a pair', () => {
  expect(readPair({ source: 'https://www.peer.example/a?b#c', target: `${target}#part` }, site)).toEqual({
    kind: 'pair',
    pair: {
      source: 'https://www.peer.example/a?b',
      host: 'peer.example',
      target: `${target}#part`,
      slug: 'a-piece',
    },
  })
})

test.each([
  ['source', 'javascript:hit()', target],
  ['source', 'ftp://peer.example/a', target],
  ['source', 'https://me:secret@peer.example/a', target],
  ['source', null, target],
  ['source', `https://peer.example/${'a'.repeat(3000)}`, target],
  ['target', 'https://peer.example/a', 'a-piece'],
  ['target', 'https://peer.example/a', null],
  ['same', target, target],
  ['same', `${target}#a`, `${target}#b`],
  ['own', 'https://us.example/about', target],
  ['own', 'http://us.example./about', 'http://us.example/articles/a'],
  ['elsewhere', 'https://peer.example/a', 'https://peer.example/articles/a-piece'],
  ['elsewhere', 'https://peer.example/a', 'https://us.example/about'],
  ['elsewhere', 'https://peer.example/a', 'https://us.example:8443/articles/a-piece'],
])('%s is what is wrong with %s and %s', (problem, source, to) => {
  if (source === 'http://us.example./about') site.protocol = 'http:'
  expect(readPair({ source, target: to }, site)).toEqual({ kind: 'refused', problem })
  site.protocol = 'https:'
})
