import type { Problem } from './listing'

// what has no extent speaks of the text as a whole
const hasPlace = ({ where: { field, from, to } }: Problem) =>
  field !== 'site' && field !== 'language' && (from === undefined || from !== to)

/** Problems that one goes through: they have a place, and nobody let them be. */
export const walkable = (problems: readonly Problem[], withAdvice: boolean): Problem[] =>
  problems.filter(
    (problem) => problem.waiver === null && hasPlace(problem) && (withAdvice || problem.tone !== 'advice'),
  )

/** The one to go to; `caret` is where the list is entered, as a number of problems that stand before it. */
export function stepTo(
  list: readonly Problem[],
  current: string | null,
  { step, caret }: { step: 1 | -1; caret: number },
): Problem | null {
  if (list.length === 0) return null
  const at = list.findIndex(({ id }) => id === current)
  const next = at >= 0 ? at + step : step === 1 ? caret : caret - 1
  return list.at(next % list.length) ?? null
}
