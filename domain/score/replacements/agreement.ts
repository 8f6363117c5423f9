import { isOwned, isSubjectAfter, isWithoutVerb } from './cases'
import { matchesOf, type Pattern } from './passage'

const OWNED =
  `badge bags? hands? husband wife mother father mothers? brothers? sisters? children team job career desk keys
shift patients? pupils password eyes office coat hat car company boss colleagues friends? life voice mind own
career children house home phone books? clients? customers? head name`
    .split(/\s+/)
    .join('|')
const CAUSES =
  `make makes made let lets have had help helps helped see saw hear heard tell told give gave gives show
showed offer offered teach taught bring brought buy bought send sent lend lent pay paid ask asked call called cost
watch wish wished`
    .split(/\s+/)
    .join('|')

const agreement = (pattern: RegExp, mend: string, rest: Partial<Pattern> = {}): Pattern => ({
  pattern,
  why: 'The pronoun does not fit its sentence.',
  mend,
  ...rest,
})

const PATTERNS: Pattern[] = [
  agreement(
    /(?<!["“‘] ?)\b(?<at>[Tt]hey (?:was|is|has|does|wasn['’]t|isn['’]t|hasn['’]t|doesn['’]t|wants|goes|knows|says|thinks|needs|lives|works))\b(?!["”’])/dg,
    '“They” takes a plural; or another pronoun stood here.',
  ),
  agreement(
    /\b(?<at>(he|she|him|her|his|hers|they|them)(?: (?:or|and) |\/)\2)\b/dgi,
    'One of the two was another pronoun.',
    {
      unless: ([all]) => /^her and her/i.test(all),
    },
  ),
  agreement(
    /\b(?:s?he|they|their|his)sel(?:f|ves)\b|\bthemself['’]s\b|\b(?:her|their|our|your)['’]s\b/dgi,
    'There is no such pronoun.',
  ),
  agreement(
    new RegExp(`\\b(?<!\\b(?:${CAUSES}) )(?<at>him) (?:${OWNED})\\b`, 'dg'),
    'What somebody has takes “his” or “her”.',
  ),
  agreement(
    /\b(?<at>him)(?<=(?<before>\p{L}+) him) (?<next>\p{Ll}+)\b/dgu,
    'What somebody has takes “his” or “her”.',
    { unless: ({ groups }) => !isOwned(groups?.['before'] ?? '', groups?.['next'] ?? '') },
  ),
  agreement(
    /\b(?<at>s?he)(?<=(?<before>\p{L}+) s?he)(?=[.;!?]| (?:with|at|to|from|in|on|for|about|into|after)\b|$)/dgu,
    'Here an object belongs: “him” or “her”.',
    { unless: ({ groups }) => isSubjectAfter(groups?.['before'] ?? '') },
  ),
  agreement(
    /\b(?<at>s?he)(?<=(?<before>\p{L}+) s?he) (?<next>\p{Ll}+)\b(?! (?:not|never))/dgu,
    'What somebody has takes “his” or “her”.',
    {
      unless: ({ groups }, { text }) =>
        !isWithoutVerb(groups?.['before'] ?? '', groups?.['next'] ?? '', text),
    },
  ),
  agreement(new RegExp(`\\b(?<at>him) own\\b`, 'dg'), 'What somebody has takes “his” or “her”.'),
  agreement(
    new RegExp(
      `\\b(?<at>(?:he|she)) (?:${OWNED.replace('|house|home|phone', '').replace('|head|name', '')})\\b`,
      'dg',
    ),
    'What somebody has takes “his” or “her”.',
    { unless: ([all]) => /\b(?:he|she) own\b/.test(all) },
  ),
  agreement(
    /\b(?<at>(?:hers|ours|yours|theirs)) (?:bags|hands|team|name|husband|wife|work|house|keys|book|job)\b/dg,
    'Before a noun it is “her”, “our”, “your”, “their”.',
  ),
  agreement(
    /\b(?:met|saw|gave|drove|told|asked|helped|thanked|took|seen|followed|sent|brought|paid|loved|hired|fired) (?<at>(?:he|she))\b(?= (?:the|a|an|at|to|from|in|yesterday|today|since|and|again|home|for|on|that|to|if|whether|why|how)\b|[.,;!?])/dg,
    'Here an object belongs: “him” or “her”.',
  ),
  agreement(
    /\b(?:with|about|from|between|behind|beside|without|against) (?<at>(?:he|she))(?=[.,;!?]| (?:and|in|at|on|to)\b)/dg,
    'After a preposition it is “him” or “her”.',
  ),
  agreement(
    /(?:^|[.!?] )(?<at>(?:Her|Him|Them)) (?:is|was|has|knows|said|says|will|had|were|are)\b/dg,
    'Here a subject belongs: “He”, “She” or “They”.',
  ),
  agreement(
    /\b(?:and|but) (?<at>(?:her|him)) (?:knows|said|says|was|is|has|will)\b/dg,
    'Here a subject belongs: “he” or “she”.',
    {
      unless: (match, { text }) =>
        /\b(?:like|about|for|of|with|to) \w+ and/.test(
          text.slice(Math.max(0, match.index - 24), match.index + 4),
        ),
    },
  ),
  agreement(
    /\b(?:friend|colleague|relative|student|cousin|neighbour|neighbor|fan|acquaintance) of (?<at>(?:her|my|your|their|our|him))(?=[.,;!?]| (?:had|has|was|is|told|said|who|and)\b)/dg,
    'Here it is “hers”, “his”, “mine”, “yours”.',
  ),
  agreement(
    /\b(?:told|asked|gave|met|thanked|helped) (?<at>his) (?:that|to|if|whether|the|a|why|how)\b/dg,
    'Here an object belongs: “him” or “her”.',
  ),
  agreement(
    /\b(?:writes?|changes?|resets?|washe[sd]|knows|forgets?|lost|signs) (?<at>they) (?:name|password|hands|pupils|own|address|job|keys|bags)\b/dg,
    'What somebody has takes “their”.',
    { instead: () => 'their' },
  ),
  agreement(
    /\b[Hh]e (?:\w+ed|saw|found|hurt|told|taught|made) (?:(?:at|to|for|of|by|with|in) )?(?<at>herself)\b/dg,
    'The pronoun points back to “he”.',
  ),
  agreement(
    /\b[Ss]he (?:\w+ed|saw|found|hurt|told|taught|made) (?:(?:at|to|for|of|by|with|in) )?(?<at>himself)\b/dg,
    'The pronoun points back to “she”.',
  ),
]

/** What is left where he, she and they were swapped: “they was”, “him badge”, “he or he”. */
export const findAgreement = matchesOf(PATTERNS)
