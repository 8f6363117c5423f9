/** So much of a comment stands among the others; all of it stands at its own address. */
export const ABRIDGED_TO = 3_000

/** The beginning of a long text or of its Markdown, cut between paragraphs where one ends late enough, else between words. */
export function abridge(source: string, to = ABRIDGED_TO): string {
  if (source.length <= to) return source
  const start = source.slice(0, to)
  const ends = [start.lastIndexOf('\n\n'), start.lastIndexOf('\n'), start.search(/\s\S*$/)]
  const end = ends.find((at) => at > to / 2) ?? lastWhole(start)
  return `${start.slice(0, end).trimEnd()} …`
}

// a character outside the basic plane is two units, and half of it is none
const lastWhole = (text: string) => (/[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length)
