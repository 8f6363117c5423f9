import { build, format, lint, migrations, routes, types, unused } from './checks.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node.mjs'
import { addUp, runChecks } from './report.mjs'
import { endToEnd, unit } from './tests.mjs'

requireNode('20.19', 'Testing Masthead')
await ensureInstalled()
const { passed, failed } = addUp([
  await runChecks([routes]),
  // the longest first, so that neither place is left with it at the end
  await runChecks([unit, lint, types, format, unused, migrations], 2),
  // a build and a browser need the whole machine
  await runChecks([build, endToEnd]),
])
process.exitCode = failed > 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)
