import type { Problem } from '@/db/doctor'
import { CHECKS } from '@/db/doctor'
import { withExistingDatabase } from '../database'
import { Refused } from '../refused'
import { print } from '../terminal'

type Options = { json?: boolean; mend?: boolean }
type Finding = { subject: string; problem: string; mended: boolean }
type Result = { check: string; problems: Finding[] }

export const examine = (options: Options) => withExistingDatabase(() => look(options))

async function look(options: Options): Promise<void> {
  const results: Result[] = []
  for (const [check, listProblems] of Object.entries(CHECKS)) {
    const problems: Finding[] = []
    for await (const problem of listProblems()) problems.push(await treat(problem, options))
    results.push({ check, problems })
  }
  const open = results.flatMap(({ problems }) => problems).filter(({ mended }) => !mended)
  print({ healthy: open.length === 0, checks: results }, results.flatMap(linesOf), options)
  if (open.length > 0)
    throw new Refused(open.length === 1 ? 'One thing is wrong' : `${open.length} things are wrong`)
}

async function treat({ subject, problem, mend }: Problem, options: Options): Promise<Finding> {
  if (!options.mend || !mend) return { subject, problem, mended: false }
  await mend()
  return { subject, problem, mended: true }
}

const linesOf = ({ check, problems }: Result): string[] => [
  `${check.padEnd(12)}${problems.length === 0 ? 'right' : `${problems.length} wrong`}`,
  ...problems.map(({ subject, problem, mended }) => `  ${subject} ${problem}${mended ? ' (mended)' : ''}`),
]
