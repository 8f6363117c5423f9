import { z } from 'zod'
import { HREF_MAX, isSafeHref, isWebHref } from './href'
import { HEADING_LEVELS } from './schema'

// XML 1.0 has no room for these, and feeds are XML; a lone surrogate cannot be stored as UTF-8
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

export const storable = (text: string) => text.replace(UNSTORABLE, '')

const line = (max: number) =>
  z
    .string()
    .max(max)
    .default('')
    .transform((text) => storable(text).replace(/\s+/g, ' ').trim())

const none = z.strictObject({})
const span = z.int().min(1).max(50).default(1)
const cell = z.strictObject({
  colspan: span,
  rowspan: span,
  align: z.enum(['left', 'center', 'right']).nullable().default(null),
})

/** What each node and mark may carry. Anything else is refused, not dropped: dropping would hide a loss. */
export const ATTRIBUTES = new Map<string, z.ZodType<Record<string, unknown>>>(
  Object.entries({
    doc: none,
    paragraph: none,
    text: none,
    heading: z.strictObject({ level: z.literal([...HEADING_LEVELS]) }),
    bulletList: none,
    orderedList: z.strictObject({ start: z.int().min(0).max(99_999).default(1) }),
    listItem: none,
    blockquote: z.strictObject({ citation: line(300) }),
    codeBlock: z.strictObject({
      language: z
        .string()
        .regex(/^[\w+#.-]{1,40}$/)
        .nullable()
        .default(null),
    }),
    hardBreak: none,
    horizontalRule: none,
    table: none,
    tableRow: none,
    tableHeader: cell,
    tableCell: cell,
    figure: z.strictObject({
      mediaId: z.int().positive(),
      alt: line(1000),
      caption: line(2000),
      credit: line(300),
    }),
    embed: z.strictObject({
      href: z.string().max(HREF_MAX).refine(isWebHref, 'not a web address'),
      title: line(300),
    }),
    bold: none,
    italic: none,
    strike: none,
    code: none,
    link: z.strictObject({ href: z.string().max(HREF_MAX).refine(isSafeHref, 'not a safe address') }),
  }),
)
