import { fromMarkdown } from '../document/markdown'
import { readDocument } from './reading'
import type { Subject } from './subject'
import { noSite } from './subject'

/** A subject whose body is Markdown; its images all have the same empty facts but for their alternative text. */
export function subjectOf(markdown: string, fields: Partial<Subject> = {}): Subject {
  return {
    title: 'Notes from the workshop',
    summary: 'What a small workshop wrote down over one winter.',
    description: '',
    slug: 'notes-from-the-workshop',
    keyphrase: '',
    caption: '',
    language: 'en',
    ...readDocument(fromMarkdown(markdown, { figure: () => 1 })),
    topics: [],
    people: ['Ada Lindqvist'],
    dated: true,
    previous: null,
    site: noSite(),
    ...fields,
  }
}
