import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node.mjs'
import { root } from './run.mjs'

requireNode('20.9', 'Masthead')
process.chdir(root)
await ensureInstalled()
await ensureBuilt()

Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
// in this process, so that signals reach the server itself
await import(pathToFileURL(join(root, 'build', 'server.js')).href)
