export type Span = { from: number; to: number }

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

// after these a full stop ends no sentence, or none that a capital letter could tell
const ABBREVIATED =
  /(?:^|[\s(“"‘])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|St|Mt|Ft|vs|e\.g|i\.e|cf|ca|al|approx|No|Nos|Fig|Vol|pp?|ch|ed|eds|[A-Z]|[A-Z]\.[A-Z])\.\s*$/u
const BEGINS_LOWER = /^["'“‘(]*\p{Ll}/u

/** The sentences of a text, without the white space around them. */
export function sentencesIn(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  let to = 0
  const end = () => {
    const raw = text.slice(from, to)
    const start = from + (raw.length - raw.trimStart().length)
    const stop = from + raw.trimEnd().length
    if (stop > start) spans.push({ from: start, to: stop })
    from = to
  }
  for (const { index, segment } of segmenter.segment(text)) {
    const before = text.slice(from, index)
    // a line break within a paragraph is not the end of what it says
    const goesOn =
      index > from &&
      (ABBREVIATED.test(before) || BEGINS_LOWER.test(segment) || !/[.!?…:]["'”’)\]]*\s*$/u.test(before))
    if (!goesOn) end()
    to = index + segment.length
  }
  end()
  return spans
}
