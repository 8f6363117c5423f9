import { isCommon, isKnown } from './known-words'
import { type Found, matchesOf, type Pattern, type Text } from './passage'
import { isNext, type Word, wordSet } from './words'

const IRREGULAR = new Map(
  Object.entries({
    childs: 'children',
    childrens: 'children',
    mans: 'men',
    womans: 'women',
    mens: 'men',
    womens: 'women',
    wifes: 'wives',
    lifes: 'lives',
    knifes: 'knives',
    shelfs: 'shelves',
    halfs: 'halves',
    leafs: 'leaves',
    mouses: 'mice',
    foots: 'feet',
    tooths: 'teeth',
    datas: 'data',
    informations: 'information',
    softwares: 'software',
    hardwares: 'hardware',
    criterias: 'criteria',
    phenomenas: 'phenomena',
    analysises: 'analyses',
    crisises: 'crises',
    sheeps: 'sheep',
    advices: 'advice',
    equipments: 'equipment',
    furnitures: 'furniture',
    feedbacks: 'feedback',
    wolfs: 'wolves',
    thiefs: 'thieves',
    calfs: 'calves',
    loafs: 'loaves',
    gooses: 'geese',
    evidences: 'evidence',
  }),
)
const SAME =
  wordSet(`series means species news headquarters works crossroads barracks gallows sales goods arms sports
mathematics physics economics politics ethics statistics athletics gymnastics diabetes measles lens glass business
mass class boss process access success progress address dress press loss gas bus plus bonus status focus virus
campus census basis crisis analysis thesis hypothesis emphasis oasis chaos canvas atlas bias alias yes us this his
always perhaps as was is has lots thousands hundreds dozens damages savings women's men's communications
operations systems customs admissions earnings accounts parks games rights letters clothes awards jobs drinks
futures securities investments careers appeals complaints services contents minutes`)
const MANY = wordSet(
  'several many both two three four five six seven eight nine ten twelve twenty these those few various',
)

const ONE = wordSet('a an one each every another this')
/** Before these a capitalised “Childs” is several, and otherwise somebody’s name. */
const PLURAL_ONLY = wordSet('are were have of under over aged who need learn play must')

/** Nouns of which there is nothing but a person or a thing, and which newsrooms replace by each other. */
const SINGULAR =
  wordSet(`company article client customer person user reader editor author journalist employee worker
child man woman city country story party factory business agency citizen patient student member`)
const VERBS = wordSet(
  'are were have ask asked said say wrote want need agreed agree came went do did can will may must',
)

const singularOf = (plural: string): string | null =>
  plural.endsWith('ies') && isCommon(`${plural.slice(0, -3)}y`)
    ? `${plural.slice(0, -3)}y`
    : plural.endsWith('s') && !/(?:ss|us|is)$/.test(plural) && isCommon(plural.slice(0, -1))
      ? plural.slice(0, -1)
      : null

const PATTERNS: Pattern[] = [
  {
    pattern:
      /\b(?:\d{2,}|hundred|thousand|million|dozen|[Tt]he other|[Oo]ther|[Yy]oung|[Mm]ost|[Mm]any|[Ss]ome|of) (?<at>peoples)\b(?!['’])/dg,
    why: 'Persons are counted as “people”.',
    mend: 'Write “people”, unless nations are meant.',
    unless: ([all], { text }) =>
      all.startsWith('of') || /\b(?:indigenous|nations?|tribes|native|languages?)\b/i.test(text),
  },
  {
    pattern: /\b(?!ss)\p{Ll}{3,}(?<at>(?:sses|tses|rses|nses)s?)\b/dgu,
    why: 'The plural ends twice.',
    mend: 'Write the ending once.',
    unless: ([all]) => isKnown(all) || !isCommon(all.replace(/s?ses$/, '')),
  },
  {
    pattern: /\b\p{Ll}{3,}(?:['’]s (?:have|were)|s['’] (?:of|have|were|are)) /dgu,
    why: 'A possessive stands where a plural belongs.',
    mend: 'Write the plural.',
    unless: ({ index }, { text }) => /['‘]/.test(text.slice(0, index)),
  },
  {
    pattern: /\b\p{L}\p{Ll}{3,}ss\b/dgu,
    why: 'The plural ends twice.',
    mend: 'Write the ending once.',
    instead: ([all]) => all.slice(0, -1),
    unless: ([all]) => isKnown(all.toLowerCase()) || !isKnown(all.slice(0, -1).toLowerCase()),
  },
  {
    pattern: /\b\p{Ll}{3,}s['’]s\b/dgu,
    why: 'A plural takes the apostrophe alone.',
    mend: 'Write s’.',
    unless: ([all]) => {
      const word = all.replace(/['’]s$/, '')
      return SAME.has(word) || singularOf(word) === null
    },
  },
]

const findPatterns = matchesOf(PATTERNS)

function* wordsIn({ words, text: whole }: Text): Generator<Found> {
  for (const [i, word] of words.entries()) {
    if (word.isCode) continue
    const { lower, from, to, text } = word
    const place = { from, to }
    const isPlain = word.opens || text === lower
    const irregular = IRREGULAR.get(lower)
    const isName = text !== lower && !(isNext(words[i + 1]) && PLURAL_ONLY.has(words[i + 1]?.lower ?? ''))
    if (irregular !== undefined && isPlain && !isName)
      yield {
        ...place,
        why: `The plural is “${irregular}”.`,
        mend: `Write “${irregular}”.`,
        instead: irregular,
      }
    const proper = `${lower.slice(0, -2)}ies`
    if (isPlain && /[^aeiou]ys$/.test(lower) && !isKnown(lower) && isKnown(proper))
      yield { ...place, why: `The plural is “${proper}”.`, mend: `Write “${proper}”.`, instead: proper }

    const next = words[i + 1]
    const after = words[i + 2]
    if (!isNext(next) || next.isCode || next.text !== next.lower) continue
    const isOne = ONE.has(lower)
    if (isOne && isPlain && (word.text !== 'A' || word.opens)) {
      const singular = SAME.has(next.lower) ? null : singularOf(next.lower)
      const isAttribute =
        isNext(after) && isCommon(after.lower) && !ENDS_NOUN.has(after.lower) && !isVerbOfOne(lower, after)
      const owns = /^['’]/.test(whole.slice(next.to))
      if (singular !== null && SINGULAR.has(singular) && !isAttribute && !owns)
        yield { from, to: next.to, why: 'One of something is no plural.', mend: `Write “${singular}”.` }
    }
    if (MANY.has(lower) && isPlain && SINGULAR.has(next.lower)) {
      const ends = !isNext(after) || VERBS.has(after.lower) || ENDS_NOUN.has(after.lower)
      if (ends)
        yield { from, to: next.to, why: 'Several of something are a plural.', mend: 'Write the plural.' }
    }
  }
}

/** “Each clients gets”: after a noun in the plural this is no noun as well. */
const isVerbOfOne = (count: string, { lower }: Word) =>
  count !== 'a' && count !== 'an' && /[^s]s$/.test(lower)

/** What may stand behind a noun that is over. */
const ENDS_NOUN =
  wordSet(`of to for in on at by with from that who which is are was were has have had needs need said says
asked wrote and or but bid will can may must do does did seen`)

/** “companys”, “five hundred peoples”, “a companies”, “these company”. */
export const findPlurals = (text: Text): Found[] => [...wordsIn(text), ...findPatterns(text)]
