import type { Block } from './reading'
import type { Subject } from './subject'

/** A piece of text with its place: a block of the body, or one of the fields that are read as sentences. */
export type Passage = { text: string; block: Block | null } & (
  { field: 'body'; index: number } | { field: 'title' | 'summary' | 'description' | 'caption' }
)

/** A subject, and what several rules ask of it. */
export type Facts = { subject: Subject; passages: Passage[] }

const FIELDS = ['title', 'summary', 'description', 'caption'] as const

export const factsOf = (subject: Subject): Facts => ({
  subject,
  passages: [
    ...FIELDS.map((field) => ({ field, text: subject[field], block: null })),
    ...subject.blocks.map((block, index) => ({ field: 'body' as const, index, text: block.text, block })),
  ],
})
