import type { Evidence } from '../check'
import { at } from '../evidence'
import type { Passage } from '../facts'
import { evidenceBy } from '../passages'
import type { Rule } from '../rule'
import { lessEach } from '../rule'

/** What themes and fresh installations put where a text is to come. */
const COPY: { pattern: RegExp; why: string }[] = [
  {
    pattern:
      /\blorem ipsum\b[^.]*\.?|\b(?:dolor sit amet|consectetur adipi[sc]+ing elit|sed do eiusmod tempor|ut enim ad minim veniam|duis aute irure)\b[^.]*\.?/giu,
    why: 'Filler text that stands where a text is to come.',
  },
  {
    pattern:
      /\bjust another (?:wordpress|blog|web ?site|site)\b(?: site| blog)?|\bproudly powered by \w+|\byour (?:site )?tagline(?: goes)? here\b|\b(?:your|insert|add|put|type|enter) (?:your )?(?:(?:site|page|post|company|brand|business|product) )?(?:title|name|text|content|heading|headline|description|caption|copy) (?:text )?here\b/giu,
    why: 'A line that a theme puts where a line of one’s own is to come.',
  },
  {
    pattern:
      /\bwelcome to wordpress\b[^.!]*|\bthis is (?:your|my) first post\b|\bedit or delete it,? (?:and )?then start (?:writing|blogging)\b|\bclick (?:the )?edit (?:button )?to change this text\b|\bthis is (?:an example|a sample) (?:page|post|paragraph)\b|\bthis is some (?:dummy|sample|placeholder) text\b|\breplace this (?:text|sentence|paragraph|image)(?= with\b|[.!]|$)|\bi am (?:a )?text block\b/giu,
    why: 'The sample text of a fresh installation.',
  },
]

const TITLES =
  /^\s*(?:hello,? world!?|sample page|sample post|untitled|new (?:post|page|article)|test (?:post|page|article)|your title)\s*$/iu
const GREETING = /(?<![“"‘'\w])hello,? world!/giu
// what is spoken about stands in quotation marks, or is called a program
const SPOKEN_ABOUT = /^["'”’]|^\s*(?:program|example|app|demo|tutorial|script)/iu

// it begins where an address does, or long words would be read again from each of their letters
const EXAMPLE_HOST =
  /(?<![\w.+@-])(?:https?:\/\/|www\.)?(?:[\w.+-]+@)?(?:[\w-]+\.)*example\.(?:com|org|net)\b(?:\/[^\s)”"]*)?/giu
const IS_EXAMPLE =
  /(?:such as|like|say|e\.g\.|for example|for instance|domain|host|called|named),?\s*[“"(‘]?$|[“"‘(]$/iu

const isWhole = (passage: Passage) => passage.field === 'title' || passage.block?.kind === 'heading'

export const demoCopy: Rule = {
  id: 'demo-copy',
  part: 'integrity',
  weight: 5,
  asks: 'No filler text, sample pages, theme taglines, example addresses or links to “#” are left over; each costs half.',
  source: 'What fresh installations and themes ship, and what a search engine finds of it on live sites.',
  check: ({ passages }) =>
    lessEach(
      passages.flatMap((passage) => [...copyIn(passage), ...hostsIn(passage), ...emptyLinks(passage)]),
      0.5,
    ),
}

const copyIn = (passage: Passage): Evidence[] =>
  isWhole(passage) && TITLES.test(passage.text)
    ? [
        at(passage, 0, passage.text.length, {
          why: 'The title of a sample.',
          mend: 'Write the title of this text.',
        }),
      ]
    : samplesIn(passage)

const samplesIn = evidenceBy((text) => {
  const copy = COPY.flatMap(({ pattern, why }) =>
    Array.from(text.matchAll(pattern), ({ 0: quote, index }) => ({ quote, index, why })),
  )
  const greetings = Array.from(text.matchAll(GREETING), ({ 0: quote, index }) => {
    return { quote, index, why: 'The greeting of a sample.' }
  }).filter(({ quote, index }) => !SPOKEN_ABOUT.test(text.slice(index + quote.length)))
  return [...copy, ...greetings]
    .toSorted((a, b) => a.index - b.index)
    .map(({ quote, index, why }) => ({
      from: index,
      to: index + quote.length,
      why,
      mend: 'Write what belongs here, or take it out.',
    }))
})

const hostsIn = evidenceBy((text) =>
  Array.from(text.matchAll(EXAMPLE_HOST))
    .filter(({ index }) => !IS_EXAMPLE.test(text.slice(0, index)))
    .map(({ 0: host, index }) => ({
      from: index,
      to: index + host.length,
      why: 'An address that is set aside for examples and leads nowhere.',
      mend: 'Write the real address, or take it out.',
    })),
)

const EXAMPLE_HREF = /^(?:https?:\/\/|mailto:[^@]*@)(?:[\w-]+\.)*example\.(?:com|org|net)(?:[/?#:]|$)/i

function emptyLinks(passage: Passage) {
  const links = passage.block?.marks.filter(({ kind }) => kind === 'link') ?? []
  return links.flatMap(({ from, to, href = '' }) => {
    const empty = href === '' || href === '#'
    if (!empty && !EXAMPLE_HREF.test(href)) return []
    // its text was found already
    if (new RegExp(EXAMPLE_HOST).test(passage.text.slice(from, to))) return []
    return at(passage, from, to, {
      why: empty
        ? 'This link leads nowhere.'
        : `This link leads to ${href}, which is set aside for examples.`,
      mend: 'Give it its address, or take the link away.',
    })
  })
}
