import type { ImageView } from '@/db/media'
import type { UploadOutcome } from './body/image-dialog'
import { ask, UNREACHED } from './desk'

type Answer = { kind?: undefined; image: ImageView } | { kind?: undefined; error: string }

/** Gives an image to the site, where the same picture is kept once. Without words it is marked as decoration. */
export async function uploadImage(file: File, alt: string): Promise<UploadOutcome> {
  const body = new FormData()
  body.set('file', file)
  if (alt) body.set('alt', alt)
  else body.set('decorative', 'on')
  const answer = await ask<Answer>('/dashboard/media', { method: 'POST', body })
  if (answer.kind !== undefined) return { kind: 'failed', sentence: UNREACHED[answer.kind] }
  return 'image' in answer
    ? { kind: 'done', image: answer.image }
    : { kind: 'failed', sentence: answer.error }
}
