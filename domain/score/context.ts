import type { Evidence } from './check'
import type { Block } from './reading'

/** A quoted passage with the words around it. */
export type InContext = { before: string; quote: string; after: string }

const AROUND = 60

/** Where evidence is found in the text, as readers recognise it: with the words around it, cut between words. */
export function inContext({ where, quote }: Evidence, blocks: Block[]): InContext {
  const text = where.field === 'body' ? blocks[where.block]?.text : undefined
  if (where.field !== 'body' || text?.slice(where.from, where.to) !== quote)
    return { before: '', quote, after: '' }
  const { from, to } = where
  const start = Math.max(0, from - AROUND)
  const end = Math.min(text.length, to + AROUND)
  const before = text.slice(start, from)
  const after = text.slice(to, end)
  return {
    before: start > 0 ? `… ${before.replace(/^\S*\s+/, '')}` : before,
    quote,
    after: end < text.length ? `${after.replace(/\s+\S*$/, '')} …` : after,
  }
}
