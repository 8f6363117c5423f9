import { randomUUID } from 'node:crypto'
import { expect, test as base, type BrowserContext, type BrowserContextOptions } from '@playwright/test'

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

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(required('E2E_URL')),

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

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: the global setup starts the server and says where it is`)
  return value
}
