import { format, lint, migrations, types, unused } from './checks.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node.mjs'
import { runChecks } from './report.mjs'
import { unit } from './tests.mjs'

requireNode('20.19', 'Checking Masthead')
await ensureInstalled()
const { passed, failed } = await runChecks([types, lint, unit, format, unused, migrations], 2)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
