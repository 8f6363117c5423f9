/** A message as its recipient reads it; links are whole addresses. */
export type Message = {
  subject: string
  text: string
  /** Where one press ends such messages; null for those that were asked for this once. */
  unsubscribe: string | null
}

/** The agency that writes. */
export type Sender = { name: string; address: string; phone: string; email: string; siteUrl: URL }

const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
// what turns the direction of text around itself, and what is seen nowhere
const TRICKS = /[\u202a-\u202e\u2066-\u2069\u200b\ufeff]/g

// some programs show as a page whatever looks like one
const TAGS = /<(?=[a-z/!?])/gi
const TAG_SHOWN = '‹'

/** Text of others within a line of ours, a header above all: it can neither begin a new one nor be endless. */
export function oneLine(text: string, max = 150): string {
  const line = text
    .replace(BREAKS, ' ')
    .replace(TRICKS, '')
    .replace(TAGS, TAG_SHOWN)
    .replace(/ +/g, ' ')
    .trim()
  const characters = Array.from(line)
  return characters.length > max ? `${characters.slice(0, max - 1).join('')}…` : line
}

const QUOTED_MAX = 600

/** What somebody said, as mail quotes it. */
export function quoted(source: string): string {
  const characters = Array.from(
    source.replace(/\r\n?/g, '\n').replace(TRICKS, '').replace(TAGS, TAG_SHOWN).trim(),
  )
  const cut =
    characters.length > QUOTED_MAX ? `${characters.slice(0, QUOTED_MAX).join('')} …` : characters.join('')
  return cut
    .split('\n')
    .map((line) => `> ${line.replace(BREAKS, ' ')}`.trimEnd())
    .join('\n')
}

type Draft = {
  subject: string
  paragraphs: string[]
  /** Why this came to whoever reads it. */
  because: string
  unsubscribe?: string | null
}

/** A message with the agency's name and address under it. */
export function compose(
  sender: Sender,
  { subject, paragraphs, because, unsubscribe = null }: Draft,
): Message {
  const { name, address, phone, email, siteUrl } = sender
  const ending = unsubscribe ? `${because} To receive no more of these: ${unsubscribe}` : because
  const identity = [name, address, phone, email].map((line) => oneLine(line)).filter(Boolean)
  const signature = ['-- ', ...identity, siteUrl.href].join('\n')
  return {
    subject: oneLine(subject),
    text: `${[...paragraphs, ending, signature].join('\n\n')}\n`,
    unsubscribe,
  }
}
