import { doubled } from './integrity/doubled'
import type { Rule } from './rule'

/** Raised with every change of a rule or a weight, so that stored scores are known to be of older rules. */
export const RULES_VERSION = 1

export const RULES: readonly Rule[] = [doubled]
