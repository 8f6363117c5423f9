/** How wide signs of Arial are, in thousandths of its size: the metrics of Liberation Sans, made to be equal to it. */
const WIDTHS: [number, string][] = [
  [191, "'"],
  [222, 'ijl‘’'],
  [260, '|'],
  [278, ' !,./:;I[\\]ft·'],
  [333, '()-`r“”'],
  [334, '{}'],
  [355, '"•'],
  [389, '*'],
  [469, '^'],
  [500, 'Jcksvxyz'],
  [556, '#$0123456789?L_abdeghnopqu–€£«»'],
  [584, '+<=>~'],
  [611, 'FTZßø'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [737, '©®'],
  [778, 'GOQØ'],
  [833, 'Mm'],
  [889, '%æ'],
  [944, 'W'],
  [1000, '—…Æ™'],
  [1015, '@'],
]
const BY_SIGN = new Map(
  WIDTHS.flatMap(([width, signs]) => Array.from(signs, (sign) => [sign, width] as const)),
)
const USUAL = 556
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u

/** How wide a line of Arial is at a size, in pixels. Accents are as wide as what they stand on. */
export function pixelsOf(text: string, size: number): number {
  let width = 0
  for (const sign of text.normalize('NFD').replace(/[\p{M}\p{Cf}]/gu, ''))
    width += BY_SIGN.get(sign) ?? (WIDE.test(sign) ? 1000 : USUAL)
  return Math.round((width * size) / 1000)
}
