import { demoCopy } from './integrity/demo-copy'
import { doubled } from './integrity/doubled'
import { enoughText } from './integrity/enough-text'
import { figuresAgree } from './integrity/figures-agree'
import { imageCredit } from './integrity/image-credit'
import { linksWork } from './integrity/links'
import { mentionsVerified } from './integrity/mentions-verified'
import { namesAgree } from './integrity/names-agree'
import { placeholders } from './integrity/placeholders'
import { quotesClosed } from './integrity/quotes'
import { damageSpread, wholeText } from './integrity/whole-text'
import { paragraphLength } from './readability/paragraph-length'
import { passiveVoice } from './readability/passive-voice'
import { readingGrade } from './readability/reading-grade'
import { sentenceLength } from './readability/sentence-length'
import { sentenceOpenings } from './readability/sentence-openings'
import { subheadingDistance } from './readability/subheading-distance'
import { transitionWords } from './readability/transition-words'
import { replacementRules } from './replacements/rules'
import type { Rule } from './rule'
import { headingOrder } from './search/heading-order'
import { imageAlternatives } from './search/image-alternatives'
import { keyphraseDensity, keyphraseHeadings, keyphraseOpening, keyphraseTitle } from './search/keyphrase'
import { descriptionLength, titleLength } from './search/lengths'
import { internalLinks, sourceLinks } from './search/links'
import { duplicateKeyphrase, duplicateTitle, orphan } from './search/site'
import { slug } from './search/slug'
import { structuredData } from './search/structured-data'

/** In the order in which they are told: search hygiene, readability, integrity. */
export const RULES: readonly Rule[] = [
  ...[titleLength, descriptionLength, slug, headingOrder],
  ...[keyphraseTitle, keyphraseOpening, keyphraseHeadings, keyphraseDensity],
  ...[internalLinks, sourceLinks, imageAlternatives, structuredData],
  ...[duplicateTitle, duplicateKeyphrase, orphan],
  ...[sentenceLength, passiveVoice, transitionWords, paragraphLength],
  ...[subheadingDistance, readingGrade, sentenceOpenings],
  ...[enoughText, wholeText, damageSpread],
  ...replacementRules,
  ...[demoCopy, placeholders, namesAgree, figuresAgree, linksWork],
  ...[quotesClosed, doubled, imageCredit, mentionsVerified],
]
