import { build, format, lint, migrations, types, unused } from './checks.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node.mjs'
import { runChecks } from './report.mjs'
import { endToEnd, unit } from './tests.mjs'

requireNode('20.19', 'Testing Masthead')
await ensureInstalled()
const totals = [
  await runChecks([types, lint, format, unused, migrations, unit], 2),
  // a build and a browser need the whole machine
  await runChecks([build, endToEnd]),
]
const passed = totals.reduce((sum, part) => sum + part.passed, 0)
const failed = totals.reduce((sum, part) => sum + part.failed, 0)
process.exitCode = failed > 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)
