/** So much of a comment stands among the others; all of it stands at its own address. */
export const ABRIDGED_TO = 3_000

/** The beginning of a long comment's Markdown, cut between paragraphs where one ends late enough, else between words. */
export function abridge(source: string): string {
  if (source.length <= ABRIDGED_TO) return source
  const start = source.slice(0, ABRIDGED_TO)
  const ends = [start.lastIndexOf('\n\n'), start.lastIndexOf('\n'), start.search(/\s\S*$/)]
  const end = ends.find((at) => at > ABRIDGED_TO / 2) ?? lastWhole(start)
  return `${start.slice(0, end).trimEnd()} …`
}

// a character outside the basic plane is two units, and half of it is none
const lastWhole = (text: string) => (/[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length)
