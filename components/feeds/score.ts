import type { ScoreView } from '@/db/scores'

/** A score as programs read it; a part that does not apply is null. */
export const scoreJson = ({ total, search, readability, integrity, rulesVersion }: ScoreView) => ({
  total,
  search,
  readability,
  integrity,
  rulesVersion,
})
