import { z } from 'zod'
import { isEmpty } from './document/text'
import { documentField } from './document/validate'

const id = z.int().positive()
const ids = z
  .array(id)
  .max(50)
  .transform((list) => [...new Set(list)])
const line = (max: number) => z.string().trim().max(max, `At most ${max} characters`)

/** Everything of an article that a reader reads; one save of it is one revision. */
export const revisionInput = z.object({
  title: line(300),
  summary: line(1_000),
  /** For search engines and shared links; where it is empty the summary stands in. */
  description: line(500),
  keyphrase: line(200),
  document: documentField,
  /** In the order of the byline. */
  peopleIds: ids,
  /** The first is the main topic. */
  topicIds: ids,
  leadImageId: id.nullable(),
  leadCaption: line(500),
})
export type RevisionInput = z.infer<typeof revisionInput>

/** A save also says which revision it was made on, so that nobody's work is written over unseen. */
export const draftInput = revisionInput.extend({ baseRevisionId: id })
export type DraftInput = z.infer<typeof draftInput>

/** How a new article begins. */
export const blankRevision = (): RevisionInput => ({
  title: '',
  summary: '',
  description: '',
  keyphrase: '',
  document: { version: 1, doc: { type: 'doc', content: [{ type: 'paragraph' }] } },
  peopleIds: [],
  topicIds: [],
  leadImageId: null,
  leadCaption: '',
})

/** The fields alone, in a fixed order, of whatever holds them. */
export const fieldsOf = (revision: RevisionInput): RevisionInput => ({
  title: revision.title,
  summary: revision.summary,
  description: revision.description,
  keyphrase: revision.keyphrase,
  document: revision.document,
  peopleIds: revision.peopleIds,
  topicIds: revision.topicIds,
  leadImageId: revision.leadImageId,
  leadCaption: revision.leadCaption,
})

export const sameRevision = (a: RevisionInput, b: RevisionInput) =>
  JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b))

/** Publishing asks for a title and something to read, and for nothing else. */
export const hasTitle = ({ title }: Pick<RevisionInput, 'title'>) => title.trim() !== ''
export const hasBody = ({ document }: Pick<RevisionInput, 'document'>) => !isEmpty(document)
