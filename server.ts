import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { prepareFirstOwner } from './auth/first-owner'
import { config } from './config'
import { close, open } from './db/client'
import { isEmpty } from './db/emptiness'
import { mediaFile } from './db/media-files'
import { migrate, NewerDatabase } from './db/migrate'
import { scoreWith } from './db/scorer'
import { listen } from './documents/server'
import { scoreLive } from './jobs/scoring/ask'
import { startWorker } from './jobs/worker'
import { log } from './log'
import { secretKey } from './secret'

/** Ends the process with one line that says what failed and what to do. */
function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

function attempt<T>(step: () => T, explain: (error: Error) => string): T {
  try {
    return step()
  } catch (error) {
    fail(explain(error instanceof Error ? error : new Error(String(error))))
  }
}

const settings = attempt(config, (error) => error.message)
const { dataDir, port, host, siteUrl, smtpUrl } = settings
const file = join(dataDir, 'masthead.sqlite')
const shelf = join(dataDir, 'documents')

attempt(
  () => {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
  },
  () =>
    `The data folder ${dataDir} cannot be written. Give this user the right to, or name another with DATA_DIR.`,
)

// a site that is begun anew knows nothing of the one before it, and counts from one again
if (!existsSync(file)) rmSync(shelf, { force: true })
attempt(
  () => migrate(file, join(process.cwd(), 'db/migrations')),
  (error) =>
    error instanceof NewerDatabase
      ? `${error.message}. Start the newer version, or name another data folder with DATA_DIR.`
      : `The database ${file} could not be brought up to date: ${error.message}. It was not changed; a copy from before stands in ${join(dataDir, 'backups')}.`,
)
open(file)

if (settings.starter === 'agency' && (await isEmpty())) {
  const { load } = await import('./db/starter/load')
  await load(join(process.cwd(), 'db/starter/articles'), new Date()).catch((error: Error) =>
    fail(
      `The starter content could not be stored: ${error.message}. Nothing of it was kept; start again, or with STARTER=none.`,
    ),
  )
}

// forms of a page that was open before an update keep working while the key of the build stays the same
const actionKey = join(dataDir, 'action-key')
if (existsSync(actionKey))
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ??= readFileSync(actionKey, 'utf8').trim()

const starting = start()
let stopping = false
async function stop(signal: string): Promise<void> {
  if (stopping) return
  stopping = true
  log.info({ signal }, 'stopping: finishing what is in hand')
  const { server, worker } = await starting
  await Promise.all([server.stop(), worker.stop()])
  await close()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
await starting

async function start() {
  const server = await listen({
    ...settings,
    database: file,
    mediaFolder: mediaFile(''),
    shelf: { file: shelf, edition: edition() },
    log,
  }).catch((error: NodeJS.ErrnoException) =>
    fail(
      error.code === 'EADDRINUSE'
        ? `Port ${port} on ${host} is taken. Stop the program that uses it, or choose another with PORT=${port + 1} npm start.`
        : error.code === 'EACCES'
          ? `Port ${port} on ${host} may not be opened by this user. Choose one above 1023 with PORT.`
          : `The server could not start: ${error.message}`,
    ),
  )
  const setUp = await prepareFirstOwner(settings, new Date()).catch((error: Error) => fail(error.message))
  scoreWith((subject, asking) =>
    scoreLive(subject, asking).catch((error: unknown) => {
      log.error({ err: error }, 'a text could not be scored')
      return 'failed'
    }),
  )
  const worker = startWorker((error, job) => log.error({ err: error, job }, 'a job failed'))
  process.stdout.write(`Masthead is ready at ${siteUrl.origin}\n`)
  if (setUp)
    process.stdout.write(`Nobody owns this site yet. Become its owner at ${new URL(setUp, siteUrl).href}\n`)
  return { server, worker }
}

/** What besides the content decides how documents look: the build, their address, whether we mail, what signs forms. */
function edition(): string {
  const hash = createHash('sha256')
  for (const fact of [process.version, siteUrl.href, smtpUrl ? 'mails' : 'keeps', secretKey('form')])
    hash.update(fact)
  for (const stamp of ['next', 'bundles']) {
    const file = join(process.cwd(), 'build', `${stamp}.stamp`)
    if (existsSync(file)) hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}
