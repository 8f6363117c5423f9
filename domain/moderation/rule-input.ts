import { z } from 'zod'
import { banInput } from './bans'
import { LIST_NAMES } from './findings'

const SOURCE_MAX = 2_000_000

const source = z
  .string()
  .max(SOURCE_MAX, `At most ${SOURCE_MAX.toLocaleString('en-GB')} characters`)
  .transform((value) => value.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))

/** A list as staff typed it or brought it from a file: all of it, or lines that are added. */
export const listInput = z.object({ name: z.enum(LIST_NAMES), how: z.enum(['replace', 'add']), source })
export type ListInput = z.infer<typeof listInput>

/** A rule that is considered, to be tried on what was said already. */
export const consideredRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list'), name: z.enum(LIST_NAMES), source }),
  z.object({ kind: z.literal('links'), from: z.int().min(0).max(1_000) }),
  z.object({ kind: z.literal('ban'), ban: banInput }),
])
export type ConsideredRule = z.infer<typeof consideredRule>
