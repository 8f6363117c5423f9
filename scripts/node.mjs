import { again, fail } from './fail.mjs'

// Every file that this one's importers load must parse on Node 16, or an old Node answers with a syntax error.

/**
 * @param {string} least such as '20.9'
 * @param {string} what who needs it
 */
export function requireNode(least, what) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [needMajor = 0, needMinor = 0] = least.split('.').map(Number)
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return
  fail(
    `${what} needs Node ${least} or newer and this is ${process.versions.node}: install a newer Node, then ${again()}.`,
  )
}
