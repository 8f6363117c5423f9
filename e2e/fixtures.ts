import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base, type BrowserContext, type BrowserContextOptions } from '@playwright/test'
import { startServer } from './server'

type Fixtures = {
  /**
   * What the browser may complain of in this test, such as the 403 that it provokes:
   * `test.use({ expectedErrors: [/status of 403/] })`. Every other complaint fails the test.
   */
  expectedErrors: RegExp[]
  complaints: string[]
  /** A browser of somebody else, or with other settings; closed after the test. */
  newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>
  /** A browser with JavaScript off. */
  noScript: BrowserContext
  /** A name that no other test uses: `unique('Article')` is `Article 3f9a1c20`. */
  unique: (word: string) => string
}

/** The site that the specs of one worker share, on data of its own. */
type Site = { url: string; dataDir: string }

export const test = base.extend<Fixtures, { site: Site }>({
  site: [
    async ({}, use, { workerIndex, project }) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'masthead-e2e-'))
      const server = await startServer(dataDir)
      // what prepares a test outside of its fixtures finds the site here
      Object.assign(process.env, { E2E_URL: server.url, E2E_DATA_DIR: dataDir })
      await use({ url: server.url, dataDir })
      try {
        await server.stop()
      } finally {
        mkdirSync(project.outputDir, { recursive: true })
        writeFileSync(join(project.outputDir, `server-${workerIndex}.log`), server.log())
        rmSync(dataDir, { recursive: true, force: true })
      }
    },
    { scope: 'worker', auto: true },
  ],

  baseURL: async ({ site }, use) => use(site.url),

  expectedErrors: [[], { option: true }],

  complaints: [
    async ({ expectedErrors }, use) => {
      const complaints: string[] = []
      await use(complaints)
      const unexpected = complaints.filter((text) => !expectedErrors.some((expected) => expected.test(text)))
      expect(unexpected, 'errors in the browser').toEqual([])
    },
    { auto: true },
  ],

  context: async ({ context, complaints }, use) => {
    listen(context, complaints)
    await use(context)
  },

  newContext: async ({ browser, complaints }, use) => {
    const opened: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext(options)
      listen(context, complaints)
      opened.push(context)
      return context
    })
    for (const context of opened) await context.close()
  },

  noScript: async ({ newContext }, use) => use(await newContext({ javaScriptEnabled: false })),

  unique: async ({}, use) => use((word) => `${word} ${randomUUID().slice(0, 8)}`),
})

export { expect }

function listen(context: BrowserContext, complaints: string[]) {
  context.on('weberror', (event) => complaints.push(String(event.error())))
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`)
  })
}
