import { INFORMATION_TECHNOLOGY } from './information-technology'
import { matchesOf } from './passage'
import { UNITED_STATES } from './united-states'

/** Acronyms and the pronouns that are written like them, taken for each other. */
export const findAcronyms = matchesOf([...UNITED_STATES, ...INFORMATION_TECHNOLOGY])
