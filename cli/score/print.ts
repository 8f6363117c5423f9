import { readFile } from 'node:fs/promises'
import { score } from '@/domain/score/score'
import { Refused } from '../refused'
import * as terminal from '../terminal'
import { linesOf } from './lines'
import { subjectOf } from './subject'

const MOST_BYTES = 8 * 1024 * 1024
const WIDTH = 100

/** Scores a file and prints what was found. */
export async function print(file: string, options: { json?: boolean }): Promise<void> {
  const subject = subjectOf(file, await read(file))
  const result = score(subject)
  terminal.print(result, linesOf(result, subject, process.stdout.columns || WIDTH), options)
}

const UNREADABLE: Record<string, string> = {
  ENOENT: 'There is no such file',
  EISDIR: 'It is a folder',
  EACCES: 'It may not be read',
}

async function read(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Refused(`${file}: ${UNREADABLE[error.code ?? ''] ?? error.message}`)
  })
  if (bytes.length > MOST_BYTES) throw new Refused(`${file}: It has more than ${MOST_BYTES / 1024 / 1024} MB`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused(`${file}: It is no text in UTF-8`)
  }
}
