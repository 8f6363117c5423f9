'use server'

import { z } from 'zod'
import { requireStaffOr401 } from '@/auth/guard'
import * as editing from '@/db/editing'
import * as media from '@/db/media'
import * as publishing from '@/db/publishing'
import { discussionInput, type DiscussionInput } from '@/domain/discussion/choices'

const id = z.int().positive()

export async function publish(articleId: number, at: Date | null) {
  const actor = await requireStaffOr401('publish')
  const instant = z.date().nullable().parse(at)
  return publishing.publish(actor, id.parse(articleId), instant ? { at: instant } : {}, new Date())
}

export async function unpublish(articleId: number) {
  const actor = await requireStaffOr401('publish')
  return publishing.unpublish(actor, id.parse(articleId), new Date())
}

export async function changeSlug(articleId: number, slug: string) {
  const actor = await requireStaffOr401('write')
  return editing.changeSlug(actor, id.parse(articleId), z.string().max(1000).parse(slug), new Date())
}

export async function setDiscussion(articleId: number, choice: DiscussionInput) {
  const actor = await requireStaffOr401('set-discussion')
  return editing.setDiscussion(actor, id.parse(articleId), discussionInput.parse(choice), new Date())
}

export async function listImages(after: string | null) {
  await requireStaffOr401('write')
  return media.listImages({ after: z.string().max(200).nullable().parse(after) })
}
