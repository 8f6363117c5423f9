import { readdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { keepFile, mediaFile } from './media-files'
import { freshDatabase } from './testing'

freshDatabase()

test('a picture that arrives several times at once is kept once and whole', async () => {
  const bytes = Buffer.alloc(100_000, 'pixels')
  await Promise.all(Array.from({ length: 8 }, () => keepFile('picture.png', bytes)))
  expect(await readFile(mediaFile('picture.png'))).toEqual(bytes)
  expect(await readdir(dirname(mediaFile('picture.png')))).toEqual(['picture.png'])
})
