export type ReplyState =
  | { kind: 'idle' }
  | { kind: 'posted'; id: number; slug: string }
  | { kind: 'refused'; sentence: string; typed: string }

export type BanAnswer = { kind: 'banned' } | { kind: 'refused'; sentence: string }

export type DismissAnswer = { kind: 'done' } | { kind: 'refused' }
