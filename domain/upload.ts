import { z } from 'zod'

const text = (max: number) => z.string().trim().max(max, `At most ${max} characters`).default('')

/** What is said of an image: a description, or the word that it only decorates. */
export const imageTexts = z
  .object({ alt: text(1_000), credit: text(200), decorative: z.enum(['on', 'true']).optional() })
  .refine(({ alt, decorative }) => alt !== '' || decorative, {
    path: ['alt'],
    error: 'Describe the image for those who do not see it, or mark it as decorative.',
  })
  .transform(({ alt, credit, decorative }) => ({ alt: decorative ? '' : alt, credit }))
