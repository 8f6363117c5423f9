import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    environment: 'node',
    include: ['**/*.test.{ts,tsx,js,mjs}'],
    exclude: [...configDefaults.exclude, 'build/**', 'data/**', 'e2e/**', '.next/**'],
    // a test closes the database that it opened, so that files can share a thread and its modules
    pool: 'threads',
    isolate: false,
    allowOnly: false,
    // hashing passwords is slow by design, and slower on a busy machine
    testTimeout: 30_000,
  },
})
