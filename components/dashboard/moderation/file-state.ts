import type { Refused } from '@/components/dashboard/desk/answer'

export type ReplyState =
  { kind: 'idle' } | { kind: 'posted'; id: number; slug: string } | (Refused & { typed: string })

export type BanAnswer = { kind: 'banned' } | Refused

export type DismissAnswer = { kind: 'done' } | { kind: 'refused' }
