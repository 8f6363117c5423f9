import { cache } from 'react'
import * as articles from '@/db/articles'
import * as settings from '@/db/settings'

// asked by layout, metadata and page alike; one render asks the database once

/** The one instant of a render. */
export const now = cache(() => new Date())
export const getSite = cache(() => settings.getSite())
export const getArticle = cache((slug: string) => articles.getPublished(slug, now()))
