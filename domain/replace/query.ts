import { z } from 'zod'
import { GUARDS } from './guards'

const words = z
  .string()
  .max(200, 'At most 200 characters')
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())

/** What to look for and what to put there. */
export const replaceQuery = z
  .object({
    find: words.refine((text) => text !== '', 'Say what to find'),
    replacement: words,
    wholeWord: z.boolean().default(true),
    matchCase: z.boolean().default(true),
    /** What is not left alone. */
    open: z.array(z.enum(GUARDS)).default([]),
  })
  .refine(({ find, replacement }) => find !== replacement, {
    message: 'Both are the same',
    path: ['replacement'],
  })
export type ReplaceQuery = z.infer<typeof replaceQuery>

const WORD = '[\\p{L}\\p{N}\\p{M}_]'
const isWordChar = (char: string | undefined) => char !== undefined && new RegExp(WORD, 'u').test(char)

/** The pattern of what is looked for: any space for a space, either apostrophe for an apostrophe. */
export function patternOf({ find, wholeWord, matchCase }: ReplaceQuery): RegExp {
  const body = find
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replaceAll(' ', '[ \\u00a0]+')
  const before = wholeWord && isWordChar([...find][0]) ? `(?<!${WORD})` : ''
  const after = wholeWord && isWordChar([...find].at(-1)) ? `(?!${WORD})` : ''
  return new RegExp(`${before}${body}${after}`, matchCase ? 'gu' : 'giu')
}

/** Where case does not count, what is put there takes the case of what stood there. */
export function insteadOf(found: string, { replacement, matchCase }: ReplaceQuery): string {
  if (matchCase || replacement === '') return replacement
  const isUpper = found.length > 1 && found === found.toUpperCase() && found !== found.toLowerCase()
  if (isUpper) return replacement.toUpperCase()
  const isCapital = /^\p{Lu}/u.test(found)
  return isCapital ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement
}
