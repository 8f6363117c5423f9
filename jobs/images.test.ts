import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readUpload } from './images'

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c33' } })

async function read(upload: Uint8Array) {
  const result = await readUpload(upload)
  if (result.kind === 'refused') throw new Error(result.reason)
  return result
}

describe('an uploaded picture', () => {
  test.each([
    ['image/jpeg', blank(8, 6).jpeg()],
    ['image/png', blank(8, 6).png()],
    ['image/webp', blank(8, 6).webp()],
    ['image/avif', blank(8, 6).avif()],
    ['image/gif', blank(8, 6).gif()],
  ])('is known as %s by its content', async (type, picture) => {
    expect(await read(await picture.toBuffer())).toMatchObject({ type, width: 8, height: 6 })
  })

  test('stands upright and keeps nothing of what the camera noted', async () => {
    const camera = await blank(40, 20)
      .withExif({
        IFD0: { Artist: 'Somebody' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 36/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { bytes, width, height } = await read(camera)
    expect([width, height]).toEqual([20, 40])
    const { exif, xmp, iptc, orientation } = await sharp(bytes).metadata()
    expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined])
    expect(Buffer.from(bytes).includes('Somebody')).toBe(false)
  })

  test('that moves goes on moving', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0', '#00f'].map((background) =>
        sharp({ create: { width: 10, height: 10, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    const { bytes, width, height } = await read(moving)
    expect((await sharp(bytes).metadata()).pages).toBe(3)
    expect([width, height]).toEqual([10, 10])
  })
})

describe('what is refused', () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'

  test.each([
    ['a text', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['a drawing, which is a program', Buffer.from(drawing)],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ])('%s', async (_what, upload) => {
    expect(await readUpload(upload)).toEqual({ kind: 'refused', reason: 'not-an-image' })
  })

  test('a picture that was cut off', async () => {
    const noise = await sharp({
      create: {
        width: 400,
        height: 400,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 99, sigma: 40 },
      },
    })
      .jpeg()
      .toBuffer()
    expect(await readUpload(noise.subarray(0, noise.length / 2))).toEqual({
      kind: 'refused',
      reason: 'not-an-image',
    })
  })

  test('a small file that unfolds to more than 50 megapixels', async () => {
    const bomb = await blank(10_000, 5_001).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await readUpload(bomb)).toEqual({ kind: 'refused', reason: 'too-many-pixels' })
  })
})
