import { Parser } from 'htmlparser2'
import { disguisedWordsOf, wordsOf } from './fold'
import { urlOf } from '../url'

/** A comment as it is judged: what its author typed into the fields, and its text as readers would see it. */
export type Said = { name: string; email: string; website: string; html: string }

/** What the rules look at. */
export type Reading = {
  words: string[]
  /** Single words that disguised ones may stand for. */
  disguised: string[]
  /** Of the links in the text, each once, and of the website. */
  hosts: string[]
  /** Links in the text. */
  links: number
}

/** Tags that part no words: `vi<em>ag</em>ra` is one. */
const INLINE = new Set(['em', 'strong', 'del', 'code', 'a'])

/** Reads a comment once for all rules: from the finished HTML, so that nothing hides in the Markdown. */
export function read({ name, email, website, html }: Said): Reading {
  let text = ''
  const hrefs: string[] = []
  const parser = new Parser({
    ontext: (part) => void (text += part),
    onopentag(tag, { href }) {
      if (href) hrefs.push(href)
      if (!INLINE.has(tag)) text += '\n'
    },
  })
  parser.end(html)
  const all = [name, text, website, email, ...hrefs].join('\n')
  const words = wordsOf(all)
  const hosts = [...hrefs, website].flatMap((address) => hostOf(address) ?? [])
  return { words, disguised: disguisedWordsOf(all, words), hosts: [...new Set(hosts)], links: hrefs.length }
}

/** The host of an address; null where it names none. */
const hostOf = (address: string): string | null =>
  (/^https?:/i.test(address) ? urlOf(address) : null)?.hostname.replace(/^www\./, '').replace(/\.$/, '') ??
  null
