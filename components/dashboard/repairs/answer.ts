export type RepairAnswer = { kind: 'done' } | { kind: 'refused'; sentence: string }
