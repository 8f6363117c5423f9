import { z } from 'zod'
import { MAX_BYTES } from '@/domain/document/validate'

const id = z.string().regex(/^\d{1,15}$/)

/** The article that an address names; null where it names none. */
export const articleIdIn = (segment: string): number | null => {
  const parsed = id.safeParse(segment)
  return parsed.success && Number(parsed.data) > 0 ? Number(parsed.data) : null
}

// a document, and the lines of text around it
const LIMIT = MAX_BYTES + 65_536

/** Whether more was sent than an article may hold; the HTTP parser reads no further than the announced length. */
export const isTooLong = (request: Request) =>
  Number(request.headers.get('content-length') ?? Infinity) > LIMIT

/** What was sent as JSON, if it fits. */
export async function read<T>(request: Request, shape: z.ZodType<T>): Promise<z.ZodSafeParseResult<T>> {
  return shape.safeParse(isTooLong(request) ? null : await request.json().catch(() => null))
}

type Result = { kind: string; reason?: string }

const STATUS: Record<string, number> = {
  done: 200,
  scored: 200,
  overtaken: 200,
  busy: 200,
  missing: 404,
  conflict: 409,
  refused: 422,
}

/** A verb's result as it is, with the status that it means. */
export const reply = (result: Result) =>
  Response.json(result, { status: result.reason === 'forbidden' ? 403 : (STATUS[result.kind] ?? 500) })

export const missing = () => reply({ kind: 'missing' })

export const invalid = (error: z.ZodError) =>
  reply(Object.assign({ kind: 'refused', reason: 'invalid' }, { detail: z.prettifyError(error) }))
