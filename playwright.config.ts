import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { systemChromium } from './scripts/browser.mjs'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/global-setup.ts',
  // the server under test and the browser share the machine
  workers: availableParallelism() >= 4 ? 2 : 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 40 * 60_000,
  reporter: 'list',
  use: {
    locale: 'en-GB',
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
