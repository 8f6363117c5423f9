import { missing } from '../evidence'
import type { Facts } from '../facts'
import { placeOfImage } from '../images'
import type { Image } from '../reading'
import type { Rule } from '../rule'

const FILE_NAME =
  /^\S+\.(?:jpe?g|png|gif|webp|avif|svg|heic|tiff?)$|^(?:IMG|DSC|DCIM|P|PXL|Screenshot|image|photo|picture)[\s_-]?\d[\w\s._-]*$/i
const ANNOUNCED =
  /^(?:an? |the )?(?:image|picture|photo|photograph|graphic|screenshot|icon) (?:of|showing|that shows)\b/i
const NOTHING =
  /^(?:image|picture|photo|photograph|graphic|screenshot|icon|logo|alt(?:ernative)?(?: text)?|untitled|placeholder)\.?$/i
const MOST_CHARACTERS = 250

export const imageAlternatives: Rule = {
  id: 'image-alternatives',
  part: 'search',
  weight: 10,
  asks: 'Every image says in words what it shows: no file name, no “image of”, no list of keywords; a missing one costs half, another fault a quarter.',
  source: 'WCAG 2.2, success criterion 1.1.1; W3C’s alt decision tree.',
  check: (facts) => {
    const { images } = facts.subject
    if (images.length === 0) return null
    const faults = images.flatMap((image) => faultOf(image, facts) ?? [])
    const lost = faults.reduce((sum, { costs }) => sum + costs, 0)
    return { share: Math.max(0, 1 - lost), evidence: faults.map(({ evidence }) => evidence) }
  },
}

function faultOf(image: Image, { keyphrase }: Facts) {
  const alt = image.alt.trim()
  const fault = (why: string, mend: string, costs: number) => ({
    evidence: missing(placeOfImage(image), { why, mend }),
    costs,
  })
  if (alt === '') return fault('This image has no alternative text.', 'Say in a sentence what it shows.', 0.5)
  if (FILE_NAME.test(alt) || NOTHING.test(alt))
    return fault(
      `The alternative text “${alt}” does not say what the image shows.`,
      'Say in a sentence what it shows.',
      0.5,
    )
  if (ANNOUNCED.test(alt))
    return fault(
      `“${alt}” announces an image, which readers of it are told anyway.`,
      'Begin with what it shows.',
      0.25,
    )
  if (alt.length > MOST_CHARACTERS)
    return fault(
      `The alternative text has ${alt.length} characters.`,
      'Keep the essence here and the rest in the caption.',
      0.25,
    )
  if ((keyphrase?.count(alt) ?? 0) > 1)
    return fault('The alternative text repeats the keyphrase.', 'Say what the image shows.', 0.25)
  return null
}
