/** Why something was not done, as a sentence for the screen. */
export type Refused = { kind: 'refused'; sentence: string }

/** What became of a command. */
export type Answer = { kind: 'done' } | Refused

/** What is to be said of it where the screen itself shows what was done. */
export const refusalIn = (answer: Answer): string => (answer.kind === 'refused' ? answer.sentence : '')
