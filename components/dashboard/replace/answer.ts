export type ReplaceAnswer = { kind: 'done' } | { kind: 'refused'; sentence: string }
