import { evidenceBy } from '../passages'
import type { Rule } from '../rule'
import { lessEach } from '../rule'

const MARKS: RegExp[] = [
  // "to come" in newsrooms; not the shops and the lifts
  /(?<![\p{L}\p{N}.])(?:TK)+(?![\p{L}\p{N}])(?! (?:Maxx|Elevator|Cases?\b))/gu,
  // a to-do list is a thing, "TODO:" is a mark
  /(?<![\p{L}\p{N}-])(?:TODO|FIXME)(?![\p{L}\p{N}-])(?!\s+(?:lists?|items?|comments?|apps?|marks?|notes?)\b)/gu,
  // not the thirtieth of kings and finals
  /(?<![\p{L}\p{N}])(?<!\p{Lu}\p{L}+ )X{3,}(?![\p{L}\p{N}])/gu,
  /\[(?:links?|sources?|citation(?: needed)?|ref(?:erence)?|name|date|figure|number|image|photo|picture|caption|quote|title|company|city|TB[ACD]|insert[^\]]{0,60}|add[^\]]{0,60}|your [^\]]{1,40}|check[^\]]{0,60}|\?+|\.{3}\?|to come|placeholder)\](?!\()/giu,
  /\{\{\s*[\w.]+\s*\}\}|<(?:insert|your)\b[^<>]{0,40}>/giu,
  /(?<![\p{L}\p{N}])\?{3,}(?![\p{L}\p{N}])/gu,
]
const SHOUTED = /^(?:\P{L}*\p{Lu}{2,}\b)/u
const NEEDS_CALM = /^(?:TODO|XXX+)$/

export const placeholders: Rule = {
  id: 'placeholders',
  part: 'integrity',
  weight: 4,
  asks: 'No mark of something to come is left: TK, TODO, XXX, [link], [source]; each costs half.',
  source: 'Newsroom practice; “TK” is looked for before every press run.',
  check: ({ passages }) => lessEach(passages.flatMap(marksIn), 0.5),
}

const marksIn = evidenceBy((text) =>
  MARKS.flatMap((pattern) => Array.from(text.matchAll(pattern)))
    .filter((match) => !isShouted(text, match))
    .toSorted((a, b) => a.index - b.index)
    .map(({ 0: mark, index }) => ({
      from: index,
      to: index + mark.length,
      why: `“${mark}” marks something that is still to come.`,
      mend: 'Write what belongs here.',
    })),
)

/** In a line of capitals TODO is a word of some language. */
const isShouted = (text: string, { 0: mark, index }: RegExpExecArray) =>
  NEEDS_CALM.test(mark) &&
  SHOUTED.test(text.slice(index + mark.length)) &&
  !/^\s*:/.test(text.slice(index + mark.length))
