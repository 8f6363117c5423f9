export const UNREACHABLE =
  /code (?:ENOTFOUND|ENOTCACHED|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)/

const compiler = 'install python3, make and g++ (Debian: apt-get install python3 make g++)'

/**
 * What npm and node-gyp print, and what it means. The first that matches is taken: a failed compilation also
 * mentions the network, because a prebuilt binary was looked for first.
 * @type {{ seen: RegExp, what: string, mend: string }[]}
 */
const CAUSES = [
  {
    seen: /gyp ERR! find Python|not found: make|make: \S*(?:g\+\+|c\+\+|clang\+\+|cc): (?:No such file|not found)|\b(?:g\+\+|c\+\+): not found/i,
    what: 'better-sqlite3 could not be compiled',
    mend: compiler,
  },
  {
    seen: /gyp ERR![^\n]*(?:headers\.tar\.gz|nodejs\.org)/i,
    what: 'better-sqlite3 could not be compiled, because the headers of Node could not be fetched from nodejs.org',
    mend: 'allow that address, or point npm_config_nodedir at a folder that holds them',
  },
  {
    seen: /gyp ERR!|better-sqlite3 does not load/i,
    what: 'better-sqlite3 could not be compiled',
    mend: compiler,
  },
  {
    seen: UNREACHABLE,
    what: 'The npm registry cannot be reached',
    mend: 'check the network, or the registry that npm is set to use',
  },
  { seen: /code ENOSPC/, what: 'The disk is full', mend: 'free about 1 GB' },
  {
    seen: /code (?:EACCES|EPERM|EROFS)/,
    what: 'node_modules cannot be written',
    mend: 'give this user the folder',
  },
  { seen: /spawn npm\S* ENOENT/, what: 'npm is missing', mend: 'install the npm that belongs to this Node' },
]

/**
 * @param {string} output of a failed install
 * @returns {{ what: string, mend: string }}
 */
export function explainInstallFailure(output) {
  const cause = CAUSES.find(({ seen }) => seen.test(output))
  if (cause) return cause
  const detail = /^npm (?:error|ERR!) (?!code |A complete log)(.+)$/m.exec(output)?.[1]
  return { what: `npm could not install the packages (${detail ?? 'it gave no reason'})`, mend: 'mend that' }
}
