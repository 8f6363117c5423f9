import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { opened } from './client'

/** The name of an image's content: the same picture is kept once. */
export const hashOf = (bytes: Uint8Array | string) =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32)

/** Where images are kept: beside the database. */
export const mediaFile = (name: string) => join(dirname(opened().file), 'media', name)

/** Writes a file of the media folder; nobody ever reads half of it. */
export async function keepFile(name: string, bytes: Uint8Array | string): Promise<void> {
  const file = mediaFile(name)
  await mkdir(dirname(file), { recursive: true })
  // the same picture may arrive twice at once
  const unfinished = `${file}.${randomUUID()}.part`
  try {
    await writeFile(unfinished, bytes)
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}
