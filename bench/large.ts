import { command, newDataDir, startMasthead } from './masthead'

export type Size = { articles: number; comments: number }

export const inWords = ({ articles, comments }: Size) =>
  `${articles.toLocaleString('en')} articles and ${comments.toLocaleString('en')} comments`

let filled: Promise<string> | undefined

/** The data of a large site, filled once for all parts of a run that want it. */
export const largeDataDir = (size: Size) => (filled ??= fill(size))

async function fill({ articles, comments }: Size): Promise<string> {
  console.log(`Filling a site with ${inWords({ articles, comments })}; this takes minutes.`)
  const dataDir = newDataDir('large')
  // the starter content first: it is what the large site shares with a small one
  await (await startMasthead(dataDir)).stop()
  await command(dataDir, 'fill', '--articles', String(articles), '--comments', String(comments))
  return dataDir
}
