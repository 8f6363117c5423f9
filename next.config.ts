import type { NextConfig } from 'next'

const config: NextConfig = {
  // server.ts compresses, tags and labels what it serves
  compress: false,
  generateEtags: false,
  poweredByHeader: false,
  // metadata belongs in <head> for every reader, not streamed into the body
  htmlLimitedBots: /.*/,
  typedRoutes: true,
  // native parts and what must exist once in the process
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2', 'pino'],
  experimental: {
    authInterrupts: true,
    // each page is loaded when first asked for: the first visitor need not wait for all of the dashboard
    preloadEntriesOnStart: false,
    serverActions: { bodySizeLimit: '320kb' },
  },
  // `npm run verify` checks types; a second pass in the build would only cost time
  typescript: { ignoreBuildErrors: true },
}

export default config
