import { expect } from '@playwright/test'
import { Parser } from 'htmlparser2'

type Element = { name: string; attributes: Record<string, string>; inHead: boolean; text: string }

/** What stands in a finished document, as a program reads it. */
export type Document = {
  status: number
  headers: Headers
  html: string
  elements: Element[]
  /** The JSON-LD blocks, parsed. */
  data: Record<string, unknown>[]
}

export async function readDocument(url: string): Promise<Document> {
  const response = await fetch(url, { redirect: 'manual' })
  const html = await response.text()
  const elements = elementsOf(html)
  const data = elements
    .filter(({ name, attributes }) => name === 'script' && attributes['type'] === 'application/ld+json')
    .map(({ text }) => JSON.parse(text) as Record<string, unknown>)
  return { status: response.status, headers: response.headers, html, elements, data }
}

function elementsOf(html: string): Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, inHead: open.some((outer) => outer.name === 'head'), text: '' }
      elements.push(element)
      open.push(element)
    },
    ontext(text) {
      for (const element of open) element.text += text
    },
    onclosetag: () => void open.pop(),
  })
  parser.end(html)
  return elements
}

export const all = (document: Document, name: string, attributes: Record<string, string> = {}) =>
  document.elements.filter(
    (element) =>
      element.name === name &&
      Object.entries(attributes).every(([key, value]) => element.attributes[key] === value),
  )

/** What every document promises, whatever it is about. */
export function expectFinished(document: Document) {
  const [title, ...titles] = all(document, 'title').filter(({ inHead }) => inHead)
  expect(title?.text.trim(), 'a title in the head').toBeTruthy()
  expect(titles).toEqual([])
  expect(all(document, 'meta', { name: 'viewport' })).toHaveLength(1)
  expect(all(document, 'html')[0]?.attributes['lang']).toBe('en')
  expect(all(document, 'h1')).toHaveLength(1)
  expect(all(document, 'main')).toHaveLength(1)
  expect(all(document, 'a', { href: '#content' }), 'a way past the header').toHaveLength(1)
  expect(document.html, 'nothing waits for a script').not.toMatch(/hidden[^>]*id="S:|<template/)
  expect(document.html, 'no script or style of its own').not.toMatch(/\sstyle="|<style|\son[a-z]+="/)
  const scripts = all(document, 'script').map(({ attributes }) => attributes['type'])
  expect(scripts.filter((type) => type !== 'application/ld+json' && type !== 'speculationrules')).toEqual([])
  const organization = document.data.find(
    ({ '@type': type }) => Array.isArray(type) && type.includes('LocalBusiness'),
  )
  expect(organization).toMatchObject({ name: 'Engitech', telephone: '+1 -800-456-478-23' })
  expectIdentity(document)
}

function expectIdentity(document: Document) {
  const text = all(document, 'body')[0]?.text ?? ''
  for (const words of [
    'Engitech',
    'led by its values',
    '411 University St',
    'Seattle, USA',
    '+1 -800-456-478-23',
  ])
    expect(text).toContain(words)
  expect(all(document, 'a', { href: 'tel:+180045647823' }).length).toBeGreaterThan(0)
  expect(all(document, 'a', { href: 'mailto:hello@engitech.example' }).length).toBeGreaterThan(0)
}

/** What stands in the head of a page that search engines may keep. */
export function expectFindable(document: Document, canonical: string) {
  const head = (name: string, attributes: Record<string, string>) =>
    all(document, name, attributes).filter(({ inHead }) => inHead)
  expect(head('meta', { name: 'description' })[0]?.attributes['content']).toBeTruthy()
  expect(head('link', { rel: 'canonical' }).map(({ attributes }) => attributes['href'])).toEqual([canonical])
  expect(head('meta', { property: 'og:url' })[0]?.attributes['content']).toBe(canonical)
  expect(head('meta', { property: 'og:title' })).toHaveLength(1)
  expect(head('meta', { property: 'og:image' })[0]?.attributes['content']).toMatch(/^http/)
  expect(head('meta', { name: 'twitter:card' })).toHaveLength(1)
  expect(head('link', { rel: 'alternate', type: 'application/rss+xml' }).length).toBeGreaterThan(0)
  expect(head('link', { rel: 'icon' }).length).toBeGreaterThan(0)
  expect(head('meta', { name: 'theme-color' })).toHaveLength(2)
}
