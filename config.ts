import { resolve } from 'node:path'
import { z } from 'zod'
import { isLoopbackHost } from '@/net/addresses'

const environment = z
  .object({
    NODE_ENV: z.string().default('development'),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATA_DIR: z.string().default('./data'),
    STARTER: z.enum(['agency', 'none']).default('agency'),
    OWNER_EMAIL: z.email().optional(),
    OWNER_PASSWORD: z.string().min(12, 'needs at least 12 characters').optional(),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: 'write smtp://user:password@host:587 or smtps://…' })
      .optional(),
    AUTH_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    NET_ALLOW_LOOPBACK: z.enum(['0', '1']).default('0'),
  })
  .transform((env) => ({
    development: env.NODE_ENV !== 'production',
    port: env.PORT,
    host: env.HOST,
    /** The canonical origin; a request's Host never decides it. */
    siteUrl: new URL(
      env.SITE_URL ??
        `http://${env.HOST === '0.0.0.0' || env.HOST === '::' ? 'localhost' : env.HOST}:${env.PORT}`,
    ),
    dataDir: resolve(env.DATA_DIR),
    starter: env.STARTER,
    ownerEmail: env.OWNER_EMAIL,
    ownerPassword: env.OWNER_PASSWORD,
    smtpUrl: env.SMTP_URL,
    authSecret: env.AUTH_SECRET,
    trustProxy: env.TRUST_PROXY,
    /** Outgoing requests may reach this machine: for trying a site out on it. */
    allowsLoopback: env.NET_ALLOW_LOOPBACK === '1',
  }))
  .refine(({ allowsLoopback, siteUrl }) => !allowsLoopback || isLoopbackHost(siteUrl.hostname), {
    path: ['NET_ALLOW_LOOPBACK'],
    error: 'only a site whose SITE_URL is on this machine (localhost, 127.0.0.1, [::1]) may have it',
  })

export type Config = z.infer<typeof environment>

let parsed: Config | undefined

/** The environment, parsed once. Throws an Error whose message names the variable and what it should be. */
export const config = (): Config => (parsed ??= parse(process.env))

export function parse(variables: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const result = environment.safeParse(present)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new Error(`The environment variable ${issue?.path.join('.')} is not usable: ${issue?.message}`)
}
