import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FullConfig } from '@playwright/test'
import { startServer } from './server'

/** One server for all specs, on data of its own; the workers hear of both through the environment. */
export default async function globalSetup(config: FullConfig) {
  const dataDir = mkdtempSync(join(tmpdir(), 'masthead-e2e-'))
  const server = await startServer(dataDir)
  Object.assign(process.env, { E2E_URL: server.url, E2E_DATA_DIR: dataDir })

  return async () => {
    try {
      await server.stop()
    } finally {
      const [project] = config.projects
      if (project) {
        mkdirSync(project.outputDir, { recursive: true })
        writeFileSync(join(project.outputDir, 'server.log'), server.log())
      }
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}
