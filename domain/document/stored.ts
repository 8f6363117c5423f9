export type DocumentMark = { type: string; attrs?: Record<string, unknown> }

/** A node of a TipTap document; which nodes, marks and attributes there are is decided in `schema.ts`. */
export type DocumentNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: DocumentNode[]
  marks?: DocumentMark[]
  text?: string
}

/** How a document is stored: the version says which rules it was written under. */
export type StoredDocument = { version: 1; doc: DocumentNode }
