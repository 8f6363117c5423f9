import { z } from 'zod'
import { ATTRIBUTES, storable } from './attributes'
import { schema } from './schema'
import type { DocumentNode, StoredDocument } from './stored'

export const MAX_BYTES = 2 * 1024 * 1024
export const MAX_NODES = 20_000
export const MAX_DEPTH = 32

export type Parsed = { kind: 'document'; document: StoredDocument } | { kind: 'refused'; reason: string }

const typed = { type: z.string(), attrs: z.record(z.string(), z.unknown()).optional() }
const envelope = z.strictObject({ version: z.literal(1), doc: z.unknown() })
const shape = z.strictObject({
  ...typed,
  content: z.array(z.unknown()).optional(),
  marks: z.array(z.strictObject(typed)).optional(),
  text: z.string().min(1).optional(),
})

class Refused extends Error {
  override name = 'Refused'
}

/** Accepts only what `schema.ts` knows, within bounds; the result is in normal form, attributes filled in. */
export function parseDocument(value: unknown): Parsed {
  try {
    const { doc } = checked(envelope, value, 'document')
    const node = schema.nodeFromJSON(new Reader().read(doc, 'doc', 1))
    node.check()
    if (node.type !== schema.topNodeType) throw new Refused('doc: not a whole document')
    // through text, because ProseMirror's attributes have no prototype and React passes only plain objects on
    const text = JSON.stringify({ version: 1, doc: node.toJSON() as unknown })
    if (new TextEncoder().encode(text).length > MAX_BYTES)
      throw new Refused(`document: over ${MAX_BYTES} bytes`)
    return { kind: 'document', document: JSON.parse(text) as StoredDocument }
  } catch (error) {
    // ProseMirror says by a RangeError that nodes or marks stand where they may not
    if (error instanceof Refused || error instanceof RangeError)
      return { kind: 'refused', reason: error.message }
    throw error
  }
}

/** The same as a field of a Zod schema. */
export const documentField = z.unknown().transform((value, context): StoredDocument => {
  const parsed = parseDocument(value)
  if (parsed.kind === 'document') return parsed.document
  context.addIssue({ code: 'custom', message: parsed.reason })
  return z.NEVER
})

/** Reads a tree top down and stops at the first node that is not allowed, so that no input is walked far. */
class Reader {
  private nodes = 0
  private characters = 0

  read(value: unknown, path: string, depth: number): DocumentNode {
    if (depth > MAX_DEPTH) throw new Refused(`${path}: nested deeper than ${MAX_DEPTH}`)
    if (++this.nodes > MAX_NODES) throw new Refused(`document: more than ${MAX_NODES} nodes`)
    const { type, attrs, content, marks, text } = checked(shape, value, path)
    if (!schema.nodes[type]) throw new Refused(`${path}: no node is called ${quoted(type)}`)
    const node: DocumentNode = { type, attrs: attributes(type, attrs, path) }
    if (marks) node.marks = marks.map((mark) => readMark(mark, path))
    if (text !== undefined) {
      this.characters += text.length
      if (this.characters > MAX_BYTES) throw new Refused(`document: over ${MAX_BYTES} bytes`)
      node.text = storable(text)
    }
    if (content)
      node.content = content.map((child, i) => this.read(child, `${path}.${i}`, depth + 1)).filter(kept)
    return node
  }
}

const kept = (node: DocumentNode) => node.text !== ''

function readMark({ type, attrs }: { type: string; attrs?: Record<string, unknown> }, path: string) {
  if (!schema.marks[type]) throw new Refused(`${path}: no mark is called ${quoted(type)}`)
  return { type, attrs: attributes(type, attrs, path) }
}

function attributes(type: string, value: Record<string, unknown> = {}, path: string) {
  const rule = ATTRIBUTES.get(type)
  if (!rule) throw new Error(`No rule for the attributes of ${type}`)
  return checked(rule, value, `${path} (${type})`)
}

function checked<T>(rule: z.ZodType<T>, value: unknown, path: string): T {
  const result = rule.safeParse(value)
  if (result.success) return result.data
  throw new Refused(`${path}: ${z.prettifyError(result.error).slice(0, 300)}`)
}

const quoted = (name: string) => JSON.stringify(name.slice(0, 40))
