import { z } from 'zod'
import { requireStaffOr401 } from '@/auth/guard'
import type { SaveAnswer } from '@/components/dashboard/editor/send-draft'
import * as editing from '@/db/editing'
import { MAX_BYTES } from '@/domain/document/validate'
import { draftInput } from '@/domain/revision'

// a document, and the lines of text around it
const LIMIT = MAX_BYTES + 65_536

const UNKNOWN = {
  'unknown-person': 'Somebody on the byline is no longer among the people of this site.',
  'unknown-topic': 'One of the topics is gone.',
  'unknown-image': 'One of the images is gone.',
} as const

const answer = (body: SaveAnswer, status = 200) => Response.json(body, { status })
const refused = (sentence: string, status = 422) => answer({ kind: 'refused', sentence }, status)

export async function POST(request: Request, { params }: RouteContext<'/dashboard/articles/[id]/save'>) {
  const actor = await requireStaffOr401('write')
  // the HTTP parser reads no further than the announced length
  if (Number(request.headers.get('content-length') ?? Infinity) > LIMIT)
    return new Response(null, { status: 413 })
  const id = z.coerce
    .number()
    .int()
    .positive()
    .safeParse((await params).id)
  if (!id.success) return new Response(null, { status: 404 })
  const draft = draftInput.safeParse(await bodyOf(request))
  if (!draft.success) return refused(z.prettifyError(draft.error))
  const saved = await editing.saveDraft(actor, id.data, draft.data, new Date())
  switch (saved.kind) {
    case 'done':
      return answer({ kind: 'done', revisionId: saved.revisionId, savedAt: saved.savedAt.toISOString() })
    case 'conflict':
      return new Response(null, { status: 409 })
    case 'missing':
      return new Response(null, { status: 404 })
    case 'refused':
      return saved.reason in UNKNOWN
        ? refused(UNKNOWN[saved.reason as keyof typeof UNKNOWN])
        : refused('Your role may not write this article.', 403)
  }
}

/** What JSON there is; anything else is refused with the fields it lacks. */
async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    return null
  }
}
