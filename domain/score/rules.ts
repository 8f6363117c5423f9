import { doubled } from './integrity/doubled'
import type { Rule } from './rule'

export const RULES: readonly Rule[] = [doubled]
