import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { bundling } from './bundle.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node.mjs'
import { root } from './run.mjs'

requireNode('20.19', 'Measuring Masthead')
process.chdir(root)
await ensureInstalled()
await ensureBuilt()
const { build } = await import('esbuild')
await build({ ...bundling(), entryPoints: { bench: 'bench/main.ts' }, splitting: false })

Object.assign(process.env, { NODE_ENV: 'production' })
await import(pathToFileURL(join(root, 'build', 'bench.js')).href)
