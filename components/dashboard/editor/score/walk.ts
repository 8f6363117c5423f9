import type { Problem } from './listing'

/** Problems that one goes through: they have a place, and nobody let them be. */
export const walkable = (problems: readonly Problem[], withAdvice: boolean): Problem[] =>
  problems.filter(
    ({ where: { field }, waiver, tone }) =>
      waiver === null && field !== 'site' && field !== 'language' && (withAdvice || tone !== 'advice'),
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
