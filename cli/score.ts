import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { score } from '@/domain/score/score'
import { Refused } from './refused'
import { linesOf } from './score/lines'
import { subjectOf } from './score/subject'
import { print } from './terminal'

const MOST_BYTES = 8 * 1024 * 1024

export function addScore(program: Command): void {
  program
    .command('score')
    .description('Score a text: Markdown, HTML or plain text. Needs no site and no database.')
    .argument('<file>', 'what to read: .md, .html or .txt')
    .option('--json', 'as one JSON value')
    .addHelpText(
      'after',
      '\nMarkdown may begin with fields between two lines of ---: title, summary, description, keyphrase, slug, people,' +
        '\ntopics, published, language, image. The exit code is 0 whatever the score is.',
    )
    .action(run)
}

async function run(file: string, options: { json?: boolean }): Promise<void> {
  const subject = subjectOf(file, await read(file))
  const result = score(subject)
  print(result, linesOf(result, subject, process.stdout.isTTY ? process.stdout.columns : 100), options)
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
