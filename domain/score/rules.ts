import { doubled } from './integrity/doubled'
import { replacementRules } from './replacements/rules'
import type { Rule } from './rule'

export const RULES: readonly Rule[] = [doubled, ...replacementRules]
