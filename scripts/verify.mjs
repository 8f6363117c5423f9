import { format, lintChanged, migrations, routes, types, unused } from './checks.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node.mjs'
import { addUp, runChecks } from './report.mjs'
import { unit } from './tests.mjs'

requireNode('20.19', 'Checking Masthead')
await ensureInstalled()
const { passed, failed } = addUp([
  await runChecks([routes]),
  await runChecks([unit, types, lintChanged, format, unused, migrations], 2),
])
process.exitCode = failed > 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)
