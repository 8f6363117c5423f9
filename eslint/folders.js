import { dirname, join, relative, sep } from 'node:path'

/** What a program is started with, at the root: the environment, the secret and the log. */
const SETUP = ['config', 'log', 'secret']

/**
 * Who may import whom. `may` names folders or files of ours, `types` those of which only types may be taken,
 * `never` packages. What has no row is free; a folder may always import itself.
 * @type {Record<string, { may: string[], types?: string[], never?: RegExp }>}
 */
const FOLDERS = {
  domain: { may: [], never: /^(node:|react|next|@mantine\/|drizzle-|better-sqlite3$|pino$|sharp$)/ },
  db: { may: ['domain'], never: /^(next|react|@mantine)(\/|-|$)/ },
  documents: { may: ['db/touches', 'db/commits', 'domain/attempts', 'domain/media'] },
  auth: { may: ['db', 'domain', ...SETUP] },
  jobs: { may: ['db', 'domain', 'net', ...SETUP], never: /^next(\/|$)/ },
  net: { may: [] },
  cli: { may: ['db', 'domain', 'net', 'jobs', ...SETUP], never: /^next(\/|$)/ },
  'server.ts': { may: ['auth/first-owner', 'documents', 'db', 'jobs', ...SETUP] },
  components: { may: ['domain', 'documents/parts'], types: ['db'] },
  app: { may: ['auth', 'components', 'db', 'documents', 'domain', 'jobs', 'net', ...SETUP] },
  'e2e/fixtures': { may: ['e2e', 'db', 'domain', 'jobs/mail/smtp-fixture', 'jobs/mentions/peer-fixture'] },
  e2e: { may: [] },
  'bench/isr': { may: ['auth/guard', 'components', 'config', 'db', 'domain'] },
  bench: { may: ['cli/fill', 'db', 'domain', 'e2e', 'scripts'], never: /^(next|react)(\/|-|$)/ },
}

/** Packages that know SQL, and who may use them. */
const SQL = /^(drizzle-orm|better-sqlite3)(\/|$)/
const SQL_FOLDERS = ['db', 'bench']

/**
 * @param {string} path from the root, with slashes
 * @param {string} place a folder, or a file with or without its extension
 */
const isIn = (path, place) => path === place || path.startsWith(`${place}/`) || path.startsWith(`${place}.`)

/** @type {import('eslint').Rule.RuleModule} */
export const rule = {
  meta: {
    type: 'problem',
    docs: { description: 'Keep each folder to the imports it is allowed' },
    schema: [],
    messages: {
      folder: '{{from}} may not import {{what}}.',
      value: '{{from}} may import only types from {{what}}.',
      sql: 'Only db/ knows SQL: {{from}} may not import {{what}}.',
    },
  },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/')
    const row = Object.entries(FOLDERS).find(([place]) => isIn(file, place))
    const from = row?.[0] ?? file
    const allowed = row?.[1]
    const isTest = /\.test\.tsx?$/.test(file)

    /**
     * @param {import('eslint').Rule.Node} node
     * @param {unknown} specifier
     * @param {boolean} typeOnly
     */
    function check(node, specifier, typeOnly) {
      if (typeof specifier !== 'string') return
      const ours = pathOf(specifier, file)
      if (ours === null) {
        const sql = SQL.test(specifier) && !SQL_FOLDERS.some((place) => isIn(file, place))
        if (row && sql) context.report({ node, messageId: 'sql', data: { from, what: specifier } })
        else if (allowed?.never?.test(specifier)) {
          context.report({ node, messageId: 'folder', data: { from, what: specifier } })
        }
        return
      }
      if (!allowed || isIn(ours, from)) return
      // tests run on a real database
      if (isTest && isIn(ours, 'db')) return
      if (allowed.may.some((place) => isIn(ours, place))) return
      const forTypes = allowed.types?.some((place) => isIn(ours, place))
      if (forTypes && typeOnly) return
      context.report({ node, messageId: forTypes ? 'value' : 'folder', data: { from, what: ours } })
    }

    return {
      ImportDeclaration: (node) => check(node, node.source.value, isTypeOnly(node, 'importKind')),
      ExportNamedDeclaration: (node) => check(node, node.source?.value, isTypeOnly(node, 'exportKind')),
      ExportAllDeclaration: (node) => check(node, node.source.value, isTypeOnly(node, 'exportKind')),
      ImportExpression: (node) => check(node, 'value' in node.source ? node.source.value : null, false),
      // import('@/db/x').T in a type
      TSImportType: (/** @type {any} */ node) => check(node, node.source?.value, true),
    }
  },
}

/**
 * Where an import of ours leads, from the root; null for a package.
 * @param {string} specifier
 * @param {string} file
 */
function pathOf(specifier, file) {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  if (specifier.startsWith('.')) return join(dirname(file), specifier).split(sep).join('/')
  return null
}

/**
 * `import { type A }` still loads the module; only `import type { A }` does not.
 * @param {object} node
 * @param {'importKind' | 'exportKind'} kind
 */
const isTypeOnly = (node, kind) => kind in node && Reflect.get(node, kind) === 'type'
