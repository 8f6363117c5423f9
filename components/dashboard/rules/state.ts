import type { Answer } from '@/components/dashboard/desk/answer'

/** What became of a ban that was typed; `at` tells two answers apart. */
export type BanState =
  | { kind: 'idle' }
  | { kind: 'banned'; pattern: string; at: number }
  | { kind: 'forbidden' }
  | { kind: 'invalid'; problems: Record<string, string>; typed: BanTyped; at: number }

type BanTyped = { kind: string; pattern: string; days: string; reason: string }

export type BanActions = {
  add: (state: BanState, form: FormData) => Promise<BanState>
  lift: (ban: { id: number }) => Promise<Answer>
}
