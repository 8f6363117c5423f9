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
    serverActions: { bodySizeLimit: '320kb' },
  },
  // `npm run verify` checks types; a second pass in the build would only cost time
  typescript: { ignoreBuildErrors: true },
}

export default config
