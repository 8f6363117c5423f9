import { requireStaffOr401 } from '@/auth/guard'
import * as media from '@/db/media'
import { hashOf, keepFile } from '@/db/media-files'
import { originalName, UPLOAD_MAX_BYTES } from '@/domain/media'
import { imageTexts } from '@/domain/upload'
import { readUpload } from '@/jobs/images'

const refused = (status: number, error: string) => Response.json({ error }, { status })

const TOO_LARGE = 'The file is larger than 25 MB. Choose a smaller one.'
const REASONS = {
  'not-an-image': 'This is not an image that we can show. Choose a JPEG, PNG, WebP, AVIF or GIF.',
  'too-many-pixels': 'The image has more than 50 megapixels. Choose a smaller one.',
}

/** Takes one image (`file`) with its alternative text (`alt`), or `decorative` where it says nothing. */
export async function POST(request: Request) {
  const actor = await requireStaffOr401('upload')
  const body = await readBody(request)
  if (!body) return refused(413, TOO_LARGE)
  const form = await new Response(body, { headers: request.headers }).formData().catch(() => null)
  const file = form?.get('file')
  if (!form || !(file instanceof File)) return refused(400, 'Choose an image.')
  const texts = imageTexts.safeParse(Object.fromEntries(form))
  if (!texts.success) return refused(422, texts.error.issues[0]?.message ?? 'Describe the image.')
  const upload = await readUpload(new Uint8Array(await file.arrayBuffer()))
  if (upload.kind === 'refused') return refused(415, REASONS[upload.reason])
  const { bytes, type, width, height } = upload
  const hash = hashOf(bytes)
  await keepFile(originalName({ hash, type }), bytes)
  const { alt, credit } = texts.data
  const added = await media.add(
    actor,
    { hash, type, bytes: bytes.length, width, height, alt, credit },
    new Date(),
  )
  if (added.kind === 'refused') return refused(403, 'Your role may not upload images.')
  return Response.json({ image: added.image }, { status: 201 })
}

// multipart adds its boundaries and the other fields
const BODY_MAX_BYTES = UPLOAD_MAX_BYTES + 64 * 1024

/** The body; null as soon as it proves too large, whatever length it was announced with. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length')) > BODY_MAX_BYTES) return null
  const chunks: Uint8Array[] = []
  let bytes = 0
  const reader = request.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    bytes += read.value.length
    if (bytes > BODY_MAX_BYTES) {
      await reader?.cancel()
      return null
    }
    chunks.push(read.value)
  }
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
