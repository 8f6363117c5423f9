export const PARTS = ['search', 'readability', 'integrity'] as const
export type Part = (typeof PARTS)[number]

/** What of an article is not in its document. `site` is what other articles and the network have to do with it. */
export type Field =
  'title' | 'summary' | 'description' | 'slug' | 'keyphrase' | 'caption' | 'lead-image' | 'language' | 'site'

/**
 * Where in what was scored: `block` counts `Subject.blocks`, `from` and `to` are UTF-16 offsets in its text, or in the
 * field. A place without an extent concerns the whole field or block.
 */
export type Place =
  { field: 'body'; block: number; from: number; to: number } | { field: Field; from?: number; to?: number }

/** `quote` is exactly the text at the place. `instead` is what it becomes, given only where that is certain. */
export type Evidence = { where: Place; quote: string; why: string; mend: string; instead?: string }

/** What one rule found: `points` of `of`. In a finished score the `of` of a part's checks add up to 100. */
export type Check = { id: string; part: Part; points: number; of: number; evidence: Evidence[] }

export type Score = {
  total: number
  search: number | null
  readability: number | null
  integrity: number | null
  rulesVersion: number
  checks: Check[]
}
