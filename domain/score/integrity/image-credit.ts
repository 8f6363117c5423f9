import { missing } from '../evidence'
import { placeOfImage } from '../images'
import type { Rule } from '../rule'
import { lessEach } from '../rule'

export const imageCredit: Rule = {
  id: 'image-credit',
  part: 'integrity',
  weight: 1,
  asks: 'Every image says whose it is, where the site asks for that; each that does not costs half.',
  source: 'The terms of picture agencies and of Creative Commons.',
  check: ({ subject: { images, site } }) => {
    if (!site.requiresCredit || images.length === 0) return null
    const without = images.filter(({ credit }) => credit.trim() === '')
    return lessEach(
      without.map((image) =>
        missing(placeOfImage(image), { why: 'This image says nobody’s name.', mend: 'Say whose it is.' }),
      ),
      0.5,
    )
  },
}
