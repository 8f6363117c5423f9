import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { keepImage, touchedBy } from '@/db/fixtures'
import * as media from '@/db/media'
import { mediaFile } from '@/db/media-files'
import { freshDatabase } from '@/db/testing'
import { systemActor } from '@/domain/actor'
import { compose } from '@/domain/art'
import { derivativeName } from '@/domain/media'
import { deriveImage } from './derive-image'

freshDatabase()

const photo = await keepImage(
  await sharp({ create: { width: 1200, height: 800, channels: 4, background: '#3a6' } })
    .png()
    .toBuffer(),
  'image/png',
  { width: 1200, height: 800 },
)
const drawing = await keepImage(
  Buffer.from(compose({ kind: 'hub', seed: 11, width: 1680, height: 945 })),
  'image/svg+xml',
  { width: 1680, height: 945 },
)
describe('the sizes of an image', () => {
  test('are offered when their files are finished, and its documents are made anew', async () => {
    expect(photo.derivatives).toEqual([])
    const touched = await touchedBy(() => deriveImage({ mediaId: photo.id }))
    expect(touched).toEqual(new Set([`media:${photo.id}`]))
    const { derivatives = [] } = (await media.getImage(photo.id)) ?? {}
    expect(derivatives).toHaveLength(9)
    for (const derivative of derivatives) {
      const { format, width, height } = await sharp(
        mediaFile(derivativeName(photo.hash, derivative)),
      ).metadata()
      expect([format === 'heif' ? 'avif' : format, width, height]).toEqual([
        derivative.format,
        derivative.width,
        derivative.height,
      ])
    }
  })

  test('are made once, however often they are asked for', async () => {
    const before = (await media.getImage(photo.id))?.derivatives
    expect(await touchedBy(() => deriveImage({ mediaId: photo.id }))).toEqual(new Set())
    expect((await media.getImage(photo.id))?.derivatives).toEqual(before)
  })

  test('of a drawing are one JPEG', async () => {
    await deriveImage({ mediaId: drawing.id })
    expect((await media.getImage(drawing.id))?.derivatives).toEqual([
      { width: 1200, height: 675, format: 'jpeg' },
    ])
  })

  test('leave no half-written file', async () => {
    const files = await readdir(dirname(mediaFile('any')))
    expect(files.filter((file) => file.endsWith('.part'))).toEqual([])
  })
})

test('the same picture is stored once', async () => {
  const again = {
    hash: photo.hash,
    type: photo.type,
    width: 1200,
    height: 800,
    bytes: 1,
    alt: 'B',
    credit: '',
  }
  const added = await media.add(systemActor('test'), again, new Date('2026-01-01T00:00:00Z'))
  expect(added).toMatchObject({ kind: 'done', image: { id: photo.id, alt: 'A picture' } })
})
