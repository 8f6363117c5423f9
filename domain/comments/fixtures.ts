import fc from 'fast-check'

// what breaks programs and pages: every script and direction, marks, joiners, blanks, and the signs of Markdown and HTML
const PIECES = [
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
  fc.string({ unit: fc.constantFrom(...'*_`~#>-+=|[](){}<&"\'\\/!.:;\n\t '), minLength: 1, maxLength: 4 }),
  fc.constantFrom(
    ...[
      'שלום',
      'مرحبا',
      '漢字',
      'こんにちは',
      'Привет',
      'ไทย',
      'हिन्दी',
      '한국어',
      'ΑΒΓ',
      'ﷺ',
      'ﬁ',
      'ß',
      'İı',
    ],
    ...[
      '👩‍👩‍👧‍👦',
      '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
      '🇳🇱',
      '☝🏽',
      'Z̸̢̛͓͇̬̈́̀o̷',
      '\u202eabc\u202c',
      '\u2066x\u2069',
      '\u200d',
      '\ufeff',
      '\u00ad',
      '\u0085',
    ],
    ...[
      '<b>',
      '</p>',
      '&amp;',
      '&#x3C;',
      ']]>',
      '<!--',
      '-->',
      '${x}',
      '{{x}}',
      '%00',
      '\\u0000',
      'javascript:',
    ],
  ),
  fc.lorem({ maxCount: 2 }),
]

/** Text as no editor would write it; never with halves of characters, which no form can send. For tests. */
export const strangeText = (maxPieces: number): fc.Arbitrary<string> =>
  fc.array(fc.oneof(...PIECES), { minLength: 1, maxLength: maxPieces }).map((pieces) => pieces.join(''))
