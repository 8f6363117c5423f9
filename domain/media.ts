export const DERIVATIVE_FORMATS = ['avif', 'webp', 'jpeg'] as const
export type DerivativeFormat = (typeof DERIVATIVE_FORMATS)[number]

/** A finished size of an image: the file is `HASH-WIDTH.FORMAT`. */
export type Derivative = { width: number; height: number; format: DerivativeFormat }

const DERIVATIVE_WIDTHS = [480, 960, 1600] as const

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
const EXTENSIONS: Record<ImageType, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
}

/** The file of an image as it was uploaded. */
export const originalName = ({ hash, type }: { hash: string; type: ImageType }) =>
  `${hash}.${EXTENSIONS[type]}`

/** The file of one of its finished sizes. */
export const derivativeName = (hash: string, { width, format }: Pick<Derivative, 'width' | 'format'>) =>
  `${hash}-${width}.${format}`

/** Where an image is served as it was uploaded. */
export const originalPath = (image: { hash: string; type: ImageType }) => `/media/${originalName(image)}`

/** Where one of its finished sizes is served. */
export const derivativePath = (hash: string, derivative: Pick<Derivative, 'width' | 'format'>) =>
  `/media/${derivativeName(hash, derivative)}`

/** The type of what a file of ours holds; null for every name that we would not have given. */
export function typeOfName(name: string): ImageType | null {
  const [, width, extension] = /^[0-9a-f]{32}(?:-(\d{1,5}))?\.([a-z]{3,4})$/.exec(name) ?? []
  if (width !== undefined)
    return DERIVATIVE_FORMATS.some((format) => format === extension)
      ? (`image/${extension}` as ImageType)
      : null
  return IMAGE_TYPES.find((type) => EXTENSIONS[type] === extension) ?? null
}

const VECTOR_WIDTH = 1200

/**
 * The sizes that an image is offered in: never larger than it is. A drawing stays what it is,
 * but for one JPEG for those who show links to an article and read no SVG.
 */
export function plannedDerivatives(image: { type: ImageType; width: number; height: number }): Derivative[] {
  const scaled = (width: number, format: DerivativeFormat): Derivative => ({
    width,
    height: Math.max(1, Math.round((image.height * width) / image.width)),
    format,
  })
  if (image.type === 'image/svg+xml') return [scaled(VECTOR_WIDTH, 'jpeg')]
  // resized it would stand still
  if (image.type === 'image/gif') return []
  const fitting = DERIVATIVE_WIDTHS.filter((width) => width < image.width)
  const widths = image.width <= (DERIVATIVE_WIDTHS.at(-1) ?? 0) ? [...fitting, image.width] : fitting
  return DERIVATIVE_FORMATS.flatMap((format) => widths.map((width) => scaled(width, format)))
}

export const UPLOAD_MAX_BYTES = 25 * 1024 * 1024
