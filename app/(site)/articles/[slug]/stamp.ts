import { createHmac, timingSafeEqual } from 'node:crypto'
import { secretKey } from '@/secret'

const sign = (articleId: number, time: string) =>
  createHmac('sha256', secretKey('form')).update(`${articleId} ${time}`).digest('base64url')

/** When the form of an article was rendered, so signed that nobody can date it back. */
export function stampAt(articleId: number, at: Date): string {
  const time = at.getTime().toString(36)
  return `${time}.${sign(articleId, time)}`
}

/** The instant in a stamp of ours for this article; null for any other text. */
export function stampedAt(articleId: number, stamp: string): Date | null {
  const [time = '', signature = ''] = stamp.split('.')
  const expected = Buffer.from(sign(articleId, time))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return new Date(parseInt(time, 36))
}
