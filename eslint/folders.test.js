import { rule } from './folders.js'
import { at, tester } from './tester.js'

/**
 * @param {string} file
 * @param {string} code
 */
const allowed = (file, code) => ({ name: `${file} may say ${code}`, filename: at(file), code })

/**
 * @param {string} file
 * @param {string} code
 * @param {'folder' | 'value' | 'sql'} messageId
 */
const refused = (file, code, messageId = 'folder') => ({
  name: `${file} may not say ${code}`,
  filename: at(file),
  code,
  errors: [{ messageId }],
})

tester.run('folders', rule, {
  valid: [
    allowed('domain/discussion/state.ts', "import { z } from 'zod'"),
    allowed('domain/discussion/state.ts', "import { slug } from '../slug'"),
    allowed('db/comments.ts', "import { eq } from 'drizzle-orm'"),
    allowed('db/comments.ts', "import { decide } from '@/domain/discussion/state'"),
    allowed('db/comments.ts', "import { readFileSync } from 'node:fs'"),
    allowed('documents/cache.ts', "import { touchesSince } from '@/db/touches'"),
    allowed('documents/cache.ts', "import { record } from './record'"),
    allowed('auth/guards.ts', "import { redirect } from 'next/navigation'"),
    allowed('jobs/mail.ts', "import { fetchGuarded } from '@/net/fetch'"),
    allowed('cli/doctor.ts', "import { lease } from '@/jobs/lease'"),
    allowed('server.ts', "import next from 'next'"),
    allowed('server.ts', "import { serve } from './documents/serve'"),
    allowed('components/article/body.tsx', "import type { ArticleView } from '@/db/articles'"),
    allowed('components/article/body.tsx', "type View = import('@/db/articles').ArticleView"),
    allowed('components/article/body.tsx', "import { Figure } from './figure'"),
    allowed('app/(site)/page.tsx', "import * as articles from '@/db/articles'"),
    allowed('e2e/fixtures.ts', "import * as accounts from '@/db/accounts'"),
    allowed('e2e/fixtures/staff.ts', "import { startServer } from '../server'"),
    allowed('bench/masthead.ts', "import Sqlite from 'better-sqlite3'"),
    allowed('bench/isr/app/layout.tsx', "import { getSite } from '@/db/settings'"),
    allowed('next.config.ts', "import type { NextConfig } from 'next'"),
  ],
  invalid: [
    refused('domain/slug.ts', "import { articles } from '@/db/schema'"),
    refused('bench/served.ts', "import { listen } from '@/documents/server'"),
    refused('domain/slug.ts', "import type { Tx } from '@/db/client'"),
    refused('domain/slug.ts', "import { cache } from 'react'"),
    refused('domain/slug.ts', "import { headers } from 'next/headers'"),
    refused('domain/slug.ts', "import { readFileSync } from 'node:fs'"),
    refused('domain/slug.ts', "import { eq } from 'drizzle-orm'", 'sql'),
    refused('db/comments.ts', "import { requireStaff } from '@/auth/guards'"),
    refused('db/comments.ts', "import { cookies } from 'next/headers'"),
    refused('db/comments.ts', "import { record } from '../documents/record'"),
    refused('documents/cache.ts', "import * as articles from '@/db/articles'"),
    refused('documents/cache.ts', "import { slug } from '@/domain/slug'"),
    refused('auth/guards.ts', "import { Shell } from '@/components/dashboard/shell'"),
    refused('jobs/mail.ts', "import { Letter } from '@/components/letter'"),
    refused('jobs/mail.ts', "import { after } from 'next/server'"),
    refused('net/fetch.ts', "import { settings } from '@/db/settings'"),
    refused('cli/fill.ts', "const page = await import('@/app/page')"),
    refused('server.ts', "import { slug } from '@/domain/slug'"),
    refused('components/article/body.tsx', "import * as articles from '@/db/articles'", 'value'),
    refused('components/article/body.tsx', "import { type ArticleView } from '@/db/articles'", 'value'),
    refused('components/article/body.tsx', "export { getPublished } from '@/db/articles'", 'value'),
    refused('components/article/body.tsx', "import type { Session } from '@/auth/session'"),
    refused('app/(site)/page.tsx', "import { eq } from 'drizzle-orm'", 'sql'),
    refused('app/(site)/page.tsx', "import Sqlite from 'better-sqlite3'", 'sql'),
    refused('app/(site)/page.tsx', "import { test } from '@/e2e/fixtures'"),
    refused('e2e/article.spec.ts', "import * as articles from '@/db/articles'"),
    refused('e2e/fixtures.ts', "import { Body } from '@/components/article/body'"),
  ],
})
