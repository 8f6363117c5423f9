import { relative, sep } from 'node:path'

const STAFF = ['requireStaff', 'requireStaffOr401', 'requireUser']
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/**
 * @typedef {import('estree').Node} Node
 * @typedef {import('estree').Program} Program
 * @typedef {{ name: string, node: Node }} Exported
 */

/** @type {import('eslint').Rule.RuleModule} */
export const rule = {
  meta: {
    type: 'problem',
    docs: { description: 'Open every staff page, staff route and action with its guard' },
    schema: [],
    messages: {
      staff: 'The first statement must be: await requireStaff(...) or await requireUser().',
      action: 'The first statement must be: await requireStaff(...), await requireUser() or allowAnyone().',
      export: 'A file of actions exports async functions and nothing else.',
    },
  },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/')

    /** @param {Node} node */
    function checkAction(node) {
      if (!isFunction(node) || !node.async) context.report({ node, messageId: 'export' })
      else if (!opensWithGuard(node, { anyone: true })) context.report({ node, messageId: 'action' })
    }

    /** @param {Node} node */
    function checkInlineAction(node) {
      if (isFunction(node) && node.body.type === 'BlockStatement' && isServerSide(node.body))
        checkAction(node)
    }

    return {
      Program(program) {
        if (isServerSide(program)) {
          for (const { node } of exportsOf(program)) checkAction(node)
          return
        }
        const guarded = namesToGuard(file)
        for (const { name, node } of exportsOf(program)) {
          if (!guarded.includes(name) || opensWithGuard(node, { anyone: false })) continue
          context.report({ node, messageId: 'staff' })
        }
      },
      FunctionDeclaration: checkInlineAction,
      FunctionExpression: checkInlineAction,
      ArrowFunctionExpression: checkInlineAction,
    }
  },
}

/** @param {string} file */
function namesToGuard(file) {
  if (!file.startsWith('app/dashboard/')) return []
  if (/\/page\.tsx?$/.test(file)) return ['default']
  return /\/route\.tsx?$/.test(file) ? METHODS : []
}

/**
 * @param {Node} node
 * @returns {node is import('estree').Function}
 */
const isFunction = (node) =>
  node.type === 'FunctionDeclaration' ||
  node.type === 'FunctionExpression' ||
  node.type === 'ArrowFunctionExpression'

/** @param {{ body: Node[] }} block */
const isServerSide = ({ body }) => body.some((node) => directiveOf(node) === 'use server')

/** @param {Node} node */
const directiveOf = (node) => ('directive' in node ? node.directive : undefined)

/**
 * @param {Node} node
 * @param {{ anyone: boolean }} allowed
 */
function opensWithGuard(node, { anyone }) {
  if (!isFunction(node) || node.body.type !== 'BlockStatement') return false
  const first = node.body.body.find((statement) => !directiveOf(statement))
  const value = first && valueOf(first)
  if (!value) return false
  if (value.type === 'AwaitExpression')
    return calls(value.argument, anyone ? [...STAFF, 'allowAnyone'] : STAFF)
  return anyone && calls(value, ['allowAnyone'])
}

/** @param {import('estree').Statement} statement */
function valueOf(statement) {
  if (statement.type === 'ExpressionStatement') return statement.expression
  return statement.type === 'VariableDeclaration' ? statement.declarations[0]?.init : null
}

/**
 * @param {Node} node
 * @param {string[]} names
 */
const calls = (node, names) =>
  node.type === 'CallExpression' && node.callee.type === 'Identifier' && names.includes(node.callee.name)

/**
 * What a file exports, each name with the node that stands behind it.
 * @param {Program} program
 * @returns {Exported[]}
 */
function exportsOf(program) {
  return program.body.flatMap((statement) => {
    if (statement.type === 'ExportAllDeclaration') return [{ name: '*', node: statement }]
    if (statement.type === 'ExportDefaultDeclaration') {
      return [{ name: 'default', node: behind(/** @type {Node} */ (statement.declaration), program) }]
    }
    if (statement.type !== 'ExportNamedDeclaration') return []
    if (statement.declaration) return declared(statement.declaration)
    return statement.specifiers.map(({ local, exported }) => ({
      name: nameOf(exported),
      node: statement.source ? statement : behind(local, program),
    }))
  })
}

/**
 * @param {Node} declaration
 * @returns {Exported[]}
 */
function declared(declaration) {
  if (declaration.type !== 'VariableDeclaration') {
    return [{ name: 'id' in declaration && declaration.id ? nameOf(declaration.id) : '', node: declaration }]
  }
  return declaration.declarations.map((it) => ({ name: nameOf(it.id), node: it.init ?? it }))
}

/**
 * @param {Node} node
 * @param {Program} program
 */
function behind(node, program) {
  if (node.type !== 'Identifier') return node
  return program.body.flatMap(declared).find(({ name }) => name === node.name)?.node ?? node
}

/** @param {Node} node */
const nameOf = (node) => (node.type === 'Identifier' ? node.name : '')
