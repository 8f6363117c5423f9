import type { DocumentNode, StoredDocument } from '@/domain/document/stored'
import type { RevisionInput } from '@/domain/revision'

/** What a writer fills in; the names are those of a revision. */
export type Fields = RevisionInput

export const FIELD_NAMES: Record<keyof Fields, string> = {
  title: 'Title',
  summary: 'Summary',
  document: 'Body',
  peopleIds: 'Byline',
  topicIds: 'Topics',
  leadImageId: 'Lead image',
  leadCaption: 'Caption of the lead image',
  description: 'Description',
  keyphrase: 'Keyphrase',
}

const NAMES = Object.keys(FIELD_NAMES) as (keyof Fields)[]

const isBlank = ({ type, content }: DocumentNode) => type === 'paragraph' && !content?.length

/** Without the empty paragraphs that an editor keeps at the end to write on. */
export function settled({ version, doc }: StoredDocument): StoredDocument {
  const content = doc.content ?? []
  const last = content.findLastIndex((node) => !isBlank(node))
  return { version, doc: { ...doc, content: content.slice(0, Math.max(1, last + 1)) } }
}

/** The fields in which two versions differ, in the order of the page. */
export function differences(a: Fields, b: Fields): (keyof Fields)[] {
  const text = (fields: Fields, name: keyof Fields) =>
    JSON.stringify(name === 'document' ? settled(fields.document) : fields[name])
  return NAMES.filter((name) => text(a, name) !== text(b, name))
}

export const isSame = (a: Fields, b: Fields) => differences(a, b).length === 0

/** A revision's fields without what the server adds to them. */
export const fieldsOf = (revision: Fields): Fields => ({
  title: revision.title,
  summary: revision.summary,
  document: revision.document,
  peopleIds: revision.peopleIds,
  topicIds: revision.topicIds,
  leadImageId: revision.leadImageId,
  leadCaption: revision.leadCaption,
  description: revision.description,
  keyphrase: revision.keyphrase,
})
