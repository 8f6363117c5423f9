/** Raised with every change of a rule or a weight, so that stored scores are known to be of older rules. Apart from the rules, which not everybody has to load. */
export const RULES_VERSION = 5
