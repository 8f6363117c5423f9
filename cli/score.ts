import type { Command } from 'commander'

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
    .action(async (file: string, options: { json?: boolean }) => {
      // the rules bring word lists with them, which no other command reads
      const { print } = await import('./score/print')
      await print(file, options)
    })
}
