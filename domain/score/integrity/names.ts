import { remembered } from '../memo'
import { sentencesIn } from '../sentences'

/** A name as it stands in a text: one or more capitalised words. `opens` where it begins a sentence. */
export type Name = { text: string; from: number; to: number; opens: boolean }

const CAPITAL = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}\p{M}'’&-]*(?:[ \u00a0]\p{Lu}[\p{L}\p{N}\p{M}'’&-]*)*/gu
const POSSESSIVE = /['’]s?$/u
// what stands before a name with a capital because a sentence begins there
const LEADING = new RegExp(
  `^(?:${`The|An?|And|But|Or|Nor|So|Yet|If|When|While|As|At|By|For|From|In|Into|Of|On|To|With|That|This|These|Those|Its?|He|
  She|They|We|I|You|Mr|Mrs|Ms|Dr|Prof|Sir|Then|Now|Later|Here|There|Even|Only|Still|Soon|Also|Today|After|Before|Since|
  Until|Because|Though|Although|However|Both|Many|Most|Some|All|Each|Every|No|Not|Our|Their|His|Her|My|Your|Under|Over|
  About|Between|Through|During|Against|Like|Unlike|Once|Perhaps|Meanwhile|Instead|Why|Who|What|Where|How|Which|Whether|
  Can|Will|Did|Does|Is|Are|Was|Were|Has|Had|Have|Do|Should|Could|Would|See|Ask|Let`.replace(
    /\s+/g,
    '',
  )})[ \u00a0]`,
  'u',
)

/** The names of a text, without articles and possessives. */
export const namesIn = remembered((text): Name[] => {
  const starts = new Set(sentencesIn(text).map(({ from }) => from))
  return Array.from(text.matchAll(CAPITAL)).flatMap(({ 0: whole, index }) => {
    let from = index
    let name = whole.replace(POSSESSIVE, '')
    let opens = starts.has(from) || /[“"‘(:•–—]\s*$/u.test(text.slice(0, from))
    for (let lead = LEADING.exec(name); lead; lead = LEADING.exec(name)) {
      from += lead[0].length
      name = name.slice(lead[0].length)
      // the article took the capital of the sentence on itself
      opens = false
    }
    return name.length > 1 ? [{ text: name, from, to: from + name.length, opens }] : []
  })
})
