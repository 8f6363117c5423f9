import { fullName, paragraph, sentence } from '@/cli/fill/prose'
import { type Random, randomFrom } from '@/cli/fill/random'

/** A post that was made, and what it was made as. */
export type Post = { name: string; email: string; website: string; comment: string; isSpam: boolean }

type Line = (random: Random) => string
type Choices = readonly [string, ...string[]]

const GOODS: Choices = ['watches', 'handbags', 'sunglasses', 'sneakers', 'followers', 'backlinks', 'essays']
const GAMES: Choices = ['casino', 'poker', 'slots', 'roulette', 'betting']
const PILLS: Choices = ['viagra', 'weight loss gummies', 'keto drops', 'cbd oil']
const COINS: Choices = ['crypto', 'forex', 'binary options', 'trading bot']
const URGES: Choices = [
  'Order today',
  'Limited offer',
  'Click here',
  'Contact me on telegram',
  'No risk at all',
]
const PRAISE: Choices = [
  'Great article',
  'Thanks for sharing',
  'I really enjoyed this',
  'Nice post, very informative',
]
const HOSTS: Choices = ['best-deals', 'top-offers', 'mega-bonus', 'quick-cash', 'cheap-rx', 'seo-rank']
const ENDINGS: Choices = ['example', 'test', 'invalid']

const host: Line = (random) => `${random.pick(HOSTS)}${random.between(1, 40)}.${random.pick(ENDINGS)}`
const link: Line = (random) => `https://www.${host(random)}/${random.between(100, 999)}`

/** As spammers do it: a sign for a letter, or signs between the letters. */
function disguised(word: string, random: Random): string {
  if (random.chance(0.7)) return word
  if (random.chance(0.3)) return [...word].join(random.pick(['.', ' ', '-']))
  return word.replace('a', '@').replace('i', '1').replace('o', '0')
}

const SPAM: [Line, ...Line[]] = [
  (r) => `Cheap ${r.pick(GOODS)}, best quality. ${r.pick(URGES)}: ${link(r)}`,
  (r) =>
    `Win big at our online ${disguised(r.pick(GAMES), r)}! Welcome bonus ${r.between(100, 900)}$. ${link(r)}`,
  (r) => `${disguised(r.pick(PILLS), r)} without prescription ${link(r)} ${link(r)} ${link(r)}`,
  (r) =>
    `I lost everything until I met a ${r.pick(COINS)} expert, who made me ${r.between(2, 40)},000 $ in a week. ${r.pick(URGES)}.`,
  (r) => `${r.pick(PRAISE)}! You should visit [my website](${link(r)}) too.`,
  (r) => `${r.pick(PRAISE)}. We rank your site on the first page, guaranteed. ${r.pick(URGES)}.`,
  // the hard kind: the words of a reader, and a link of a spammer
  (r) => `${sentence(r)} ${sentence(r)} See [here](${link(r)}).`,
]

const FINE: [Line, ...Line[]] = [
  (r) => paragraph(r, r.between(1, 5)),
  (r) => paragraph(r, r.between(2, 6)),
  (r) => `> ${sentence(r)}\n\n${paragraph(r, r.between(1, 3))}`,
  (r) => `${r.pick(PRAISE)}, though ${sentence(r).toLowerCase()}`,
  (r) => `${sentence(r)} We wrote about it at https://notes${r.between(1, 300)}.example/${r.between(1, 99)}.`,
  // what a list of words alone gets wrong
  (r) => `Our bank once refused a client because the name had ${r.pick(GAMES)} in it. ${paragraph(r, 2)}`,
]

/** Posts as a site gets them, so many of a hundred of them spam; the same for the same seed. */
export function* makePosts(count: number, seed: number, spamOf100 = 40): Generator<Post> {
  for (let n = 0; n < count; n++) {
    const random = randomFrom(seed, n)
    const isSpam = random.chance(spamOf100 / 100)
    const name = fullName(random)
    const website = isSpam && random.chance(0.3) ? link(random) : ''
    const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${isSpam ? host(random) : 'mail.example'}`
    yield { name, email, website, comment: random.pick(isSpam ? SPAM : FINE)(random), isSpam }
  }
}
