import type { Found, Text } from './passage'
import { isNext } from './words'

// said as letters: those whose name begins with a vowel
const LETTERS_AS_VOWELS = /^[AEFHILMNORSX]/
const SAID_AS_WORDS =
  /^(?:NATO|NASA|LEGO|SAP|SIM|RAM|ROM|SARS|FIFA|NAFTA|MIDI|LASER|HIV-free|SWAT|LAN|MOOC|NIMBY|FOMO|SCOTUS|RADAR|SONAR|REIT|UNESCO|UNICEF|IKEA|OPEC|ASCII|AIDS|REST|RAID|SOAP|IMAX|ISIS|ICANN)/
const SILENT = /^(?:hour|honest|honou?r|heir|herb)/
const LIKE_YOU =
  /^(?:uni(?!n|m[pb])|unanim|use|usa(?!n)|usu|uti|ut[eo]|ub[ie]|euro|euc|eul|eup|ewe|one(?![a-z])|once|oni?e-|ura|uri|uru|url|ufo|ukr|uk$|u-|o['’]clock|one-|yt)/
const EITHER =
  /^(?:h(?:istor|otel|ero|abit|ypothe|ilari|yster|armon|uman)|herb|sql|url|faq|urn|ufo|sms|sat|lan$|mri|led$|nft|x$)/i

/** Whether a word is said with a vowel first; null where both are heard. */
function soundsLikeVowel(word: string): boolean | null {
  const [first = ''] = word.split(/[-’']/)
  if (EITHER.test(word)) return null
  if (/^\d/.test(first)) {
    const digits = first.replace(/\D.*$/, '')
    return /^8|^(?:11|18)(?:\d{3})*$/.test(digits)
  }
  if (/^\p{Lu}+s?$/u.test(first) && first.length > 1)
    return SAID_AS_WORDS.test(first)
      ? /^[AEIOU]/.test(first) && !/^U/.test(first)
      : LETTERS_AS_VOWELS.test(first)
  if (first.length === 1) return /[aefhilmnorsx]/i.test(first)
  const lower = word.toLowerCase()
  if (SILENT.test(lower)) return true
  if (LIKE_YOU.test(lower)) return false
  return /^[aeiou]/.test(lower) ? true : /^[b-df-hj-np-tv-z]/.test(lower) ? false : null
}

/** “a Apple”, “an big”: an article of the word that stood there before. */
export function findArticles({ words, text }: Text): Found[] {
  const found: Found[] = []
  for (const [i, word] of words.entries()) {
    const next = words[i + 1]
    // a capital in mid-sentence is a letter, or a name
    const isArticle =
      word.text === 'a' || word.text === 'an' || (word.opens && (word.text === 'A' || word.text === 'An'))
    if (!isArticle || !isNext(next) || word.isCode || next.isCode) continue
    // “eighteen hundred” and “one thousand eight hundred” are both read from 1,800
    if (/^1[,.][18]\d\d/.test(text.slice(next.from))) continue
    const isVowel = soundsLikeVowel(next.text)
    if (isVowel === null || isVowel === (word.lower === 'an')) continue
    const article = isVowel ? 'an' : 'a'
    found.push({
      from: word.from,
      to: word.to,
      why: `“${word.text}” does not go with “${next.text}”.`,
      mend: `Write “${article} ${next.text}”, or what stood there before.`,
      instead: word.opens && word.text !== word.lower ? (isVowel ? 'An' : 'A') : article,
    })
  }
  return found
}
