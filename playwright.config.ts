import { defineConfig } from '@playwright/test'
import { systemChromium } from './scripts/browser.mjs'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/fixtures/starter.ts',
  // each has a server and a browser of its own
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 40 * 60_000,
  // what the worker does has its turn later on a busy machine
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    locale: 'en-GB',
    // a long page takes more than a second to scroll smoothly to its form
    contextOptions: { reducedMotion: 'reduce' },
    // to record every test takes nearly as long again: `npx playwright test FILE --trace on` where one fails
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: systemChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
