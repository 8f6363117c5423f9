import { describe, expect, test } from 'vitest'
import { derivativeName, originalName, plannedDerivatives, typeOfName } from './media'
import { imageTexts } from './upload'

const hash = '0123456789abcdef0123456789abcdef'

describe('the name of a file', () => {
  test.each([
    [originalName({ hash, type: 'image/jpeg' }), 'image/jpeg'],
    [originalName({ hash, type: 'image/svg+xml' }), 'image/svg+xml'],
    [derivativeName(hash, { width: 480, format: 'avif' }), 'image/avif'],
    [derivativeName(hash, { width: 1600, format: 'jpeg' }), 'image/jpeg'],
  ])('%s is %s', (name, type) => {
    expect(typeOfName(name)).toBe(type)
  })

  test.each([
    '',
    '..',
    '../masthead.sqlite',
    `../media/${hash}.png`,
    `${hash}`,
    `${hash}.html`,
    `${hash}.png.part`,
    `${hash}-480.svg`,
    `${hash}-.webp`,
    `${hash}-480-480.webp`,
    `${hash.toUpperCase()}.png`,
    `${hash}.png\0`,
    `x${hash}.png`,
  ])('%j is none of ours', (name) => {
    expect(typeOfName(name)).toBeNull()
  })
})

describe('the sizes of an image', () => {
  const widthsOf = (width: number, height: number) =>
    plannedDerivatives({ type: 'image/png', width, height })
      .filter(({ format }) => format === 'webp')
      .map((derivative) => `${derivative.width}x${derivative.height}`)

  test.each([
    [2400, 1600, ['480x320', '960x640', '1600x1067']],
    [1600, 900, ['480x270', '960x540', '1600x900']],
    [1000, 500, ['480x240', '960x480', '1000x500']],
    [300, 200, ['300x200']],
    [4000, 1, ['480x1', '960x1', '1600x1']],
  ])('of %i x %i are never larger than it', (width, height, sizes) => {
    expect(widthsOf(width, height)).toEqual(sizes)
  })

  test('come in every format', () => {
    const formats = plannedDerivatives({ type: 'image/png', width: 100, height: 100 }).map(
      ({ format }) => format,
    )
    expect(formats).toEqual(['avif', 'webp', 'jpeg'])
  })

  test('of what may move are none', () => {
    expect(plannedDerivatives({ type: 'image/gif', width: 100, height: 100 })).toEqual([])
  })

  test('of a drawing are one JPEG for those who show links', () => {
    expect(plannedDerivatives({ type: 'image/svg+xml', width: 1680, height: 945 })).toEqual([
      { width: 1200, height: 675, format: 'jpeg' },
    ])
  })
})

describe('an image that is uploaded', () => {
  test('needs a description, or the word that it only decorates', () => {
    expect(imageTexts.safeParse({}).success).toBe(false)
    expect(imageTexts.safeParse({ alt: '  ' }).success).toBe(false)
    expect(imageTexts.parse({ alt: ' A bridge ' })).toEqual({ alt: 'A bridge', credit: '' })
    expect(imageTexts.parse({ alt: 'ignored', decorative: 'on' })).toEqual({ alt: '', credit: '' })
  })
})
