import type { ImageView } from '@/db/media'
import type { UploadOutcome } from './body/image-dialog'

type Answer = { image: ImageView } | { error: string }

/** Gives an image to the site, where the same picture is kept once. Without words it is marked as decoration. */
export async function uploadImage(file: File, alt: string): Promise<UploadOutcome> {
  const body = new FormData()
  body.set('file', file)
  if (alt) body.set('alt', alt)
  else body.set('decorative', 'on')
  let response: Response
  try {
    response = await fetch('/dashboard/media', { method: 'POST', body })
  } catch {
    return failed('The desk cannot be reached just now. Try again in a moment.')
  }
  if (response.status === 401) return failed('You are signed out. Sign in in another tab, then try again.')
  if (!response.headers.get('content-type')?.startsWith('application/json'))
    return failed('The image could not be stored.')
  const answer = (await response.json()) as Answer
  return 'image' in answer ? { kind: 'done', image: answer.image } : failed(answer.error)
}

const failed = (sentence: string): UploadOutcome => ({ kind: 'failed', sentence })
