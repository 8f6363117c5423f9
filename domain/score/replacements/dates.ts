import { isCommon, isKnown } from './known-words'
import { matchesOf, type Pattern } from './passage'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTH = `(?:${MONTHS.join('|')})`
const DAY = `(?:${DAYS.join('|')})`
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const date = (pattern: RegExp, why: string, rest: Partial<Pattern> = {}): Pattern => ({
  pattern,
  why,
  mend: 'Check the date.',
  ...rest,
})

const exists = (day: string | undefined, month: string | undefined) =>
  Number(day) <= (LENGTHS[MONTHS.indexOf(month ?? '')] ?? 31)

/** Whether that day of the calendar was that day of the week. */
function agrees(weekday = '', day = '', month = '', year = ''): boolean {
  const date = new Date(Date.UTC(Number(year), MONTHS.indexOf(month), Number(day)))
  return DAYS[date.getUTCDay()] === weekday
}

const PEOPLE = /^(?:August[aeiou]|Aprilia)/
const STEMS = MONTHS.flatMap((month) => [month.toLowerCase(), month.slice(0, 3).toLowerCase()])

/** “marketing” of “Aprilketing”, “January” of “Januaryuary”: what a month stands in the place of its like in. */
function originalOf(text: string): string | undefined {
  const month = MONTHS.find((name) => text.startsWith(name)) ?? ''
  const rest = text.slice(month.length)
  if (isKnown(text.toLowerCase()) || PEOPLE.test(text)) return undefined
  const whole = MONTHS.find((name) => STEMS.some((stem) => stem + rest === name.toLowerCase()))
  return whole ?? STEMS.map((stem) => stem + rest).find(isCommon)
}

const suffixOf = (number: string) => {
  const n = Number(number)
  if (n % 100 >= 11 && n % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'
}

const WHEN = `(?:${DAY},? )?(?:\\d{1,2} )?(?:${MONTH} )?(?:(?:first|second|third|fourth|last) (?:quarter|half) of )?\\d{4}|(?:${DAY},? )?\\d{1,2} ${MONTH}`

const PATTERNS: Pattern[] = [
  date(
    new RegExp(
      `\\b(?:began|begins|opened|opens|started|starts|runs|ran)\\b[^.]{0,20} (?:in|on|from) (?<when>${WHEN})\\b[^.]{0,40}\\b(?:ended|ends|closed|closes|until|till|to|finished|finishes)(?:,[^,.]{0,20},)?(?: (?:in|on))? \\k<when>\\b`,
      'dg',
    ),
    'It ends when it begins.',
  ),
  date(
    new RegExp(
      `\\b(?:in|of|for) (?:the )?(?<when>${WHEN}),? (?:compared (?:with|to)|up from|down from|against|than)(?: (?:in|for))?(?: the)? \\k<when>\\b`,
      'dg',
    ),
    'A time is compared with itself.',
  ),
  date(
    /\b[Ii]n (?:19|20)\d{3}(?=[,.;] | the\b)|\b(?:19|20){2}\d\d (?=edition|season|report|budget|guide|census|festival)/dg,
    'No year has so many figures.',
  ),
  date(new RegExp(`\\b${MONTH}(?:y|e|h|l|r|t|ed)\\b`, 'dg'), 'A month does not end so.', {
    mend: 'Write the word that stood here before.',
    unless: ([all]) => isKnown(all.toLowerCase()) || PEOPLE.test(all),
  }),
  date(
    /\b[Ff]rom (?<year>(?:1\d|20)\d\d) (?:to|until|till|through) \k<year>\b|\b[Bb]etween (?<y>(?:1\d|20)\d\d) and \k<y>\b/dg,
    'It begins and ends in the same year.',
  ),
  date(
    /(?<![\d.,/-])(?<year>(?:1[5-9]|20)\d\d) ?[-–/] ?\k<year>(?![\d/-]|[.,]\d)/dg,
    'It begins and ends in the same year.',
  ),
  date(
    new RegExp(
      `\\b[Ff]rom (?<day>\\d{1,2} ${MONTH} \\d{4}) (?:to|until) \\k<day>\\b|\\b[Bb]etween (?<d>\\d{1,2} ${MONTH} \\d{4}) and \\k<d>\\b`,
      'dg',
    ),
    'It begins and ends on the same day.',
  ),
  date(
    new RegExp(`\\b(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m>${MONTH})\\b`, 'dg'),
    'No month has that day.',
    {
      unless: ({ groups }) => exists(groups?.['d'], groups?.['m']),
    },
  ),
  date(
    new RegExp(`\\b(?<m>${MONTH}) (?<d>\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.]\\d)`, 'dg'),
    'No month has that day.',
    {
      unless: ({ groups }) => exists(groups?.['d'], groups?.['m']),
    },
  ),
  date(
    new RegExp(
      `\\b(?<w>${DAY}),? (?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m>${MONTH}),? (?<y>\\d{4})\\b`,
      'dg',
    ),
    'That day was another day of the week.',
    {
      unless: ({ groups: g }) => agrees(g?.['w'], g?.['d'], g?.['m'], g?.['y']),
    },
  ),
  date(
    new RegExp(`\\b(?<w>${DAY}),? (?<m>${MONTH}) (?<d>\\d{1,2})(?:st|nd|rd|th)?,? (?<y>\\d{4})\\b`, 'dg'),
    'That day was another day of the week.',
    {
      unless: ({ groups: g }) => agrees(g?.['w'], g?.['d'], g?.['m'], g?.['y']),
    },
  ),
  date(/\b(?<n>\d{1,3})(?<s>st|nd|rd|th)\b/dg, 'The ending does not go with the number.', {
    mend: 'Check the number.',
    unless: ({ groups }) => suffixOf(groups?.['n'] ?? '') === groups?.['s'],
  }),
  date(
    new RegExp(
      `\\b(?:${DAYS.map((day) => `${day}(?:day|sday|nesday|rsday|urday|ey|th)`).join('|')})s?\\b`,
      'dg',
    ),
    'A part of the word was replaced by the whole.',
    {
      instead: ([all]) => DAYS.find((day) => all.startsWith(day) && /day$/.test(all)),
    },
  ),
  date(
    new RegExp(
      `\\b(?:${MONTHS.filter((month) => month !== 'May')
        .map((month) => `${month}(?!s\\b)\\p{Ll}+`)
        .join('|')})\\b`,
      'dgu',
    ),
    'The name of a month stands inside another word.',
    {
      mend: 'Write the word that stood here before.',
      unless: ([all]) => originalOf(all) === undefined,
      instead: ([all]) => originalOf(all),
    },
  ),
  date(
    new RegExp(
      `\\b(?:[Yy]ou|I|[Ww]e|[Tt]hey|[Ii]t|[Hh]e|[Ss]he|[Tt]his|[Tt]here) (?:[Jj]une|[Aa]pril|[Jj]uly) (?:not|be|have|take|use|need|also|well|want|find|seem|see)\\b`,
      'dg',
    ),
    'A month stands where “may” belongs.',
    {
      mend: 'Write “may”.',
    },
  ),
  date(/\b[Yy]ou (?:June|April|July) (?:not )?\p{Ll}+/dgu, 'A month stands where “may” belongs.', {
    mend: 'Write “may”.',
  }),
  date(/\b[Ii]n the (?<at>20[7-9]0s)\b/dg, 'What was is told of a time to come.', {
    unless: (_, { text }) =>
      !/\b(?:was|were|had|cost|became|began)\b/.test(text) || /\b(?:will|would|by|until|could)\b/.test(text),
  }),
  date(/\b(?:1[5-9]|20)\d[1-9]s\b/dg, 'Decades end in 0.'),
  date(
    /\b(?:began|begin|joined|led|watched|planned|stopped|organised|organized) (?:their|his|her|a|the|our) (?<at>april|june|february)\b/dg,
    'A month stands where “march” belongs.',
    { mend: 'Write “march”.', instead: () => 'march' },
  ),
  date(/\b(?:at|before|after|by|until|from) (?<at>(?:2[4-9]|[3-9]\d):[0-5]\d)\b/dg, 'No day has that hour.'),
  date(/\bborn in (?<a>\d{4})\b[^.]{0,24}\bdied in (?<b>\d{4})\b/dg, 'The life ends before it begins.', {
    unless: ({ groups }) => Number(groups?.['a']) <= Number(groups?.['b']),
  }),
]

/** “31 April”, “from 2024 to 2024”, “Mondayday”, “you June take photographs”. */
export const findDates = matchesOf(PATTERNS)
