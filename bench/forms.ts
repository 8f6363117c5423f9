import { hiddenFields } from '@/e2e/forms'
import { ask } from './ask'

const BOUNDARY = 'masthead-bench'
export const CONTENT_TYPE = `multipart/form-data; boundary=${BOUNDARY}`

/** The comment form of a page, as a browser without scripts holds it. */
export type Form = { url: string; hidden: Record<string, string> }
export type Typed = { name: string; email: string; comment: string }

export async function readForm(url: string): Promise<Form> {
  const { body } = await ask(url)
  return { url, hidden: hiddenFields(body.toString(), 'comment') }
}

/** What such a browser sends. */
export function filledIn({ hidden }: Form, typed: Typed): string {
  const fields = { ...hidden, website: '', subject: '', ...typed }
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${parts.join('')}--${BOUNDARY}--\r\n`
}

/** Posts a comment; 'later' where the server has too much in hand. Throws where it was not taken otherwise. */
export async function postComment(form: Form, typed: Typed): Promise<'taken' | 'later'> {
  const { status, body } = await ask(form.url, {
    method: 'POST',
    headers: { 'content-type': CONTENT_TYPE },
    body: Buffer.from(filledIn(form, typed)),
  })
  if (status === 503) return 'later'
  if (status !== 303)
    throw new Error(`A comment was answered with ${status}: ${body.toString().slice(0, 500)}`)
  return 'taken'
}
