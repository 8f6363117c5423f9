import { join } from 'node:path'
import type { NextConfig } from 'next'

const config: NextConfig = {
  // the components and verbs of the site stand above this folder
  turbopack: { root: join(process.cwd(), '../..') },
  serverExternalPackages: ['better-sqlite3'],
  typescript: { ignoreBuildErrors: true },
}

export default config
