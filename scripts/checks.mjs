import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { node, root } from './run.mjs'

/**
 * @typedef {{ passed: number, failed: number, output: string }} Result
 * @typedef {{ title: string, check: () => Promise<Result> }} Check
 * @typedef {{ args: string[], says?: string }} Program `says`: what it prints when all is well, where its exit code does not tell
 */

/**
 * A check that passes or fails as a whole: its programs run one after the other until one fails.
 * @param {string} title
 * @param {Program[]} programs
 * @param {() => void} [prepare]
 * @returns {Check}
 */
export function whole(title, programs, prepare) {
  return {
    title,
    check: async () => {
      prepare?.()
      let output = ''
      for (const { args, says = '' } of programs) {
        const ran = await node(args)
        output += ran.output
        if (ran.code !== 0 || !ran.output.includes(says)) return { passed: 0, failed: 1, output }
      }
      return { passed: 1, failed: 0, output }
    },
  }
}

/** What Next says of routes and images: types and lint read it. */
export const routes = whole('Routes', [{ args: ['node_modules/next/dist/bin/next', 'typegen'] }])

export const types = whole('Types', [
  {
    args: [
      'node_modules/typescript/bin/tsc',
      '--noEmit',
      '--incremental',
      '--tsBuildInfoFile',
      'node_modules/.cache/types.tsbuildinfo',
    ],
  },
])

const eslint = ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.']

export const lint = whole('Lint', [{ args: eslint }])

/** Only changed files: a type that changed under an unchanged file is left to `lint`. */
export const lintChanged = whole('Lint', [
  { args: [...eslint, '--cache', '--cache-strategy=content', `--cache-location=${lintCache()}`] },
])

export const format = whole('Format', [
  { args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '--cache', '.'] },
])

export const unused = whole('Unused code', [{ args: ['node_modules/knip/bin/knip.js', '--no-progress'] }])

// drizzle-kit would write the missing migration into the tree, so it works on a copy, by a path without the root
const copy = './node_modules/.cache/migrations'
const schema = ['--dialect', 'sqlite', '--schema', './db/schema', '--out', copy]

export const migrations = whole(
  'Migrations',
  [
    {
      args: ['node_modules/drizzle-kit/bin.cjs', 'check', '--dialect', 'sqlite', '--out', copy],
      says: "Everything's fine",
    },
    { args: ['node_modules/drizzle-kit/bin.cjs', 'generate', ...schema], says: 'No schema changes' },
  ],
  () => {
    rmSync(join(root, copy), { recursive: true, force: true })
    mkdirSync(join(root, 'node_modules/.cache'), { recursive: true })
    cpSync(join(root, 'db/migrations'), join(root, copy), { recursive: true })
  },
)

export const build = whole('Build', [{ args: ['scripts/build.mjs'] }])

/** ESLint does not see that a rule of ours changed, so each set of rules has a cache of its own. */
function lintCache() {
  const hash = createHash('sha256')
  const rules = readdirSync(join(root, 'eslint')).map((name) => `eslint/${name}`)
  for (const file of [...rules, 'eslint.config.js', 'tsconfig.json', 'package-lock.json']) {
    hash.update(readFileSync(join(root, file)))
  }
  return `node_modules/.cache/eslint-${hash.digest('hex').slice(0, 12)}`
}
