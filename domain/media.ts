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

/** How the files of a type end. */
export const IMAGE_EXTENSIONS: Record<ImageType, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
}

/** Where an image is served as it was uploaded. */
export const originalPath = ({ hash, type }: { hash: string; type: ImageType }) =>
  `/media/${hash}.${IMAGE_EXTENSIONS[type]}`

/** Where one of its finished sizes is served. */
export const derivativePath = (hash: string, { width, format }: Derivative) =>
  `/media/${hash}-${width}.${format}`
