/** A finished size of an image: the file is `HASH-WIDTH.FORMAT`. */
export type Derivative = { width: number; height: number; format: 'avif' | 'webp' | 'jpeg' }

export const IMAGE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/svg+xml',
] as const
export type ImageType = (typeof IMAGE_TYPES)[number]
