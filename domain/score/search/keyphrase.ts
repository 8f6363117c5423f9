import type { Evidence } from '../check'
import { about, at } from '../evidence'
import type { Facts } from '../facts'
import type { Keyphrase } from '../keyphrase'
import { MOST_PER_HUNDRED } from '../keyphrase'
import type { Found, Rule } from '../rule'
import { countWords } from '../tokens'

const LONG_TEXT = 300
const STUFFED = 'The keyphrase stands so often that the text reads as written for machines.'

/** A rule about the keyphrase, which applies where one is set and earns nothing in a stuffed text. */
const keyphraseRule = (
  rule: Pick<Rule, 'id' | 'weight' | 'asks' | 'source'>,
  check: (facts: Facts, keyphrase: Keyphrase) => Found | null,
): Rule => ({
  ...rule,
  part: 'search',
  check: (facts) => {
    if (!facts.keyphrase) return null
    const found = check(facts, facts.keyphrase)
    return found && facts.stuffed ? { share: 0, evidence: found.evidence } : found
  },
})

const fully: Found = { share: 1, evidence: [] }
const not = (evidence: Evidence): Found => ({ share: 0, evidence: [evidence] })

export const keyphraseTitle = keyphraseRule(
  {
    id: 'keyphrase-title',
    weight: 7,
    asks: 'The keyphrase stands in the title.',
    source: 'Rank Math, where it is worth 36 of 100, and Yoast SEO.',
  },
  ({ subject }, { count }) =>
    count(subject.title) > 0
      ? fully
      : not(
          about(subject, 'title', {
            why: 'The title does not hold the keyphrase.',
            mend: 'Use it, if the title stays natural.',
          }),
        ),
)

export const keyphraseOpening = keyphraseRule(
  {
    id: 'keyphrase-opening',
    weight: 6,
    asks: 'The keyphrase stands in the first paragraph, or in the summary or description.',
    source: 'Rank Math and Yoast SEO.',
  },
  ({ subject, body }, { count }) => {
    const first = body.find(({ text, block }) => block.kind === 'paragraph' && text.trim() !== '')
    if ([first?.text ?? '', subject.summary, subject.description].some((text) => count(text) > 0))
      return fully
    const said = {
      why: 'Neither the beginning nor the summary says what the article is about.',
      mend: 'Use the keyphrase once there.',
    }
    return not(first ? at(first, 0, first.text.length, said) : about(subject, 'summary', said))
  },
)

export const keyphraseHeadings = keyphraseRule(
  {
    id: 'keyphrase-headings',
    weight: 4,
    asks: 'A heading holds the keyphrase, but not three quarters of them.',
    source: 'Yoast SEO.',
  },
  ({ body }, { count }) => {
    const headings = body.filter(({ block }) => block.kind === 'heading')
    const holding = headings.filter(({ text }) => count(text) > 0)
    const [first] = headings
    if (!first) return null
    if (holding.length === 0)
      return not(
        at(first, 0, first.text.length, {
          why: 'No heading holds the keyphrase.',
          mend: 'Use it in one, where it is natural.',
        }),
      )
    if (headings.length < 4 || holding.length / headings.length < 0.75) return fully
    return {
      share: 0,
      evidence: holding.map((heading) =>
        at(heading, 0, heading.text.length, {
          why: 'Most headings hold the keyphrase.',
          mend: 'Say what comes instead.',
        }),
      ),
    }
  },
)

export const keyphraseDensity = keyphraseRule(
  {
    id: 'keyphrase-density',
    weight: 7,
    asks: `The text holds the keyphrase, a text of more than ${LONG_TEXT} words twice, and at most ${MOST_PER_HUNDRED} times in a hundred words. A stuffed text gets no points for its keyphrase at all, and none for sentences and headings that hold it.`,
    source: 'Yoast SEO; Google Search Central, spam policies on keyword stuffing.',
  },
  ({ subject, body, stuffed }, { count }) => {
    const texts = body.filter(({ block }) => block.kind !== 'code')
    const times = texts.reduce((sum, { text }) => sum + count(text), 0)
    const words = texts.reduce((sum, { text }) => sum + countWords(text), 0)
    const wanted = words > LONG_TEXT ? 2 : 1
    if (stuffed) {
      const worst = body.toSorted((a, b) => count(b.text) - count(a.text))[0]
      const mend = 'Leave it out, or say it otherwise.'
      return not(
        worst
          ? at(worst, 0, worst.text.length, { why: STUFFED, mend })
          : about(subject, 'keyphrase', { why: STUFFED, mend }),
      )
    }
    if (times >= wanted) return fully
    const why = times === 0 ? 'The text never says the keyphrase.' : 'The text says the keyphrase once.'
    return {
      share: times / wanted / 2,
      evidence: [
        about(subject, 'keyphrase', {
          why,
          mend: 'Use it where it is natural, or choose the words that the text uses.',
        }),
      ],
    }
  },
)
