import { afterAll, vi } from 'vitest'
import { opened } from './client'

/** How a statement would be carried out. */
type Plan = { source: string; steps: string[] }

/** Listens to what verbs send to the open database from now on. */
export function watchPlans() {
  const prepared: string[] = []
  const { reader, writer } = opened()
  const explain = reader.prepare.bind(reader)
  for (const connection of [reader, writer]) {
    const prepare = connection.prepare.bind(connection)
    vi.spyOn(connection, 'prepare').mockImplementation((source: string) => {
      prepared.push(source)
      return prepare(source)
    })
  }
  afterAll(() => void vi.restoreAllMocks())

  const planOf = (source: string): Plan => {
    const statement = explain(`EXPLAIN QUERY PLAN ${source}`)
    const unbound = (source.match(/\?/g) ?? []).map(() => null)
    const steps = statement.all(...unbound).map((row) => (row as { detail: string }).detail)
    return { source, steps }
  }
  const forget = () => void (prepared.length = 0)
  /** How each statement that `work` sends would be carried out, those before its last `forget` left out. */
  const plansOf = async (work: () => Promise<unknown>): Promise<Plan[]> => {
    forget()
    await work()
    return prepared.map(planOf)
  }
  return { plansOf, forget }
}

const isSmall =
  /^SCAN (\d+-ROW VALUES CLAUSE|settings|some|rules_version|lists|learned|accounts|people|replacements|repairs)$/
const isWhole = /^SCAN (?!.* (USING (COVERING )?INDEX|VIRTUAL TABLE INDEX) )/
/** An index that orders a list: it may be walked for one page of it, or to count, and never for anything else. */
const isWalk = /(SCAN|SEARCH) articles USING (COVERING )?INDEX articles_(public|desk)/
const isSort = /^USE TEMP B-TREE FOR (LAST \d+ TERMS? OF |LAST TERM OF )?ORDER BY/

/** Whether it reads what it need not, or sorts. */
export const isCostly = ({ source, steps }: Plan) =>
  steps.some((step) => isSort.test(step) || (isWhole.test(step) && !isSmall.test(step))) ||
  (steps.some((step) => isWalk.test(step)) && !/ limit \?|count\(\*\)/.test(source))
