/** Any of some words, as a part of a pattern. */
export const oneOf = (words: string) => `(?:${words.trim().split(/\s+/).join('|')})`

/** Verbs with two objects: after them a pronoun may stand beside a noun, “gave us officials”. */
export const TAKES_TWO =
  oneOf(`give gives gave given tell tells told show shows showed send sends sent let lets help helps helped
ask asks asked make makes made cost costs teach taught offer offers offered bring brings brought get gets got buy buys
bought call calls called keep kept want wants see saw watch hear heard have had pay paid allow allows allowed promise
promised grant granted deny denied sell sold lend lent`)

/** How many, when it is more than one. */
export const COUNT = oneOf(
  '\\d[\\d,]* two three four five six seven eight nine ten dozen hundred thousand fewer several',
)
