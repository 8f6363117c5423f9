import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBundled } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node.mjs'
import { root } from './run.mjs'

requireNode('20.9', 'Masthead')
// standard output belongs to the command: --json must stay readable for programs
await ensureInstalled({ say: console.error })
await ensureBundled()

Object.assign(process.env, { NODE_ENV: 'production' })
await import(pathToFileURL(join(root, 'build', 'cli.js')).href)
