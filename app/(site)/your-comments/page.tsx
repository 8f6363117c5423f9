import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { ownCookie } from '@/auth/cookies'
import { YourComments } from '@/components/readers/your-comments'
import { listByTokens } from '@/db/own-comments'
import { answer } from '@/documents/reading'
import { tokensIn } from '@/domain/comments/own'
import { privately } from '../private'
import { getSite } from '../request'

export const metadata: Metadata = privately('Your comments', 'The comments that you wrote in this browser.')

export default async function YourCommentsPage() {
  answer.personal()
  const tokens = tokensIn((await cookies()).get(ownCookie().name)?.value)
  const { timeZone } = await getSite()
  return <YourComments comments={tokens.length > 0 ? await listByTokens(tokens) : []} timeZone={timeZone} />
}
