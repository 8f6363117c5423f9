'use server'

import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { allowAnyone } from '@/auth/guard'
import type { OwnFormState } from '@/components/discussion/own/state'
import * as commentEdits from '@/db/comment-edits'
import * as own from '@/db/own-comments'
import { getSite } from '@/db/settings'
import { answer } from '@/documents/reading'
import { appealInput } from '@/domain/comments/appeals'
import { editRefusalInWords } from '@/domain/comments/edits'
import { REFUSAL_STATUS, refusalInWords } from '@/domain/comments/form'
import { staffComment } from '@/domain/comments/input'
import { ownCommentPath } from '@/domain/comments/paths'
import { formatDate } from '@/domain/dates'

const text = (form: FormData, field: string) => {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}

const backTo = (token: string): never => redirect(ownCommentPath(encodeURIComponent(token)) as Route)

const refused = (status: number, message: string): OwnFormState => {
  answer.status(status)
  return { kind: 'refused', message }
}

const GONE = 'This comment is no longer there.'

/** Changes the text; what was typed comes back with every refusal. */
export async function editComment(_: OwnFormState, form: FormData): Promise<OwnFormState> {
  const reader = await allowAnyone()
  const token = text(form, 'token')
  answer.giveBack({ comment: text(form, 'comment') })
  const parsed = staffComment.safeParse({ comment: text(form, 'comment') })
  if (!parsed.success) return refused(422, parsed.error.issues[0]?.message ?? 'Write a comment')
  const result = await commentEdits.edit(reader, token, parsed.data.comment, new Date())
  if (result.kind === 'done') return backTo(token)
  if ('discussion' in result || result.reason === 'not-found') {
    const { timeZone } = await getSite()
    const message = refusalInWords(result, (instant) => formatDate(instant, timeZone))
    return refused(REFUSAL_STATUS[result.reason], message)
  }
  return result.reason === 'gone' ? refused(404, GONE) : refused(409, editRefusalInWords(result.reason))
}

export async function appeal(_: OwnFormState, form: FormData): Promise<OwnFormState> {
  const reader = await allowAnyone()
  const token = text(form, 'token')
  answer.giveBack({ appeal: text(form, 'appeal') })
  const parsed = appealInput.safeParse(text(form, 'appeal'))
  if (!parsed.success) return refused(422, parsed.error.issues[0]?.message ?? 'Write some text')
  const result = await own.appeal(reader, token, parsed.data, new Date())
  if (result.kind === 'done') return backTo(token)
  switch (result.reason) {
    case 'gone':
      return refused(404, GONE)
    case 'not-needed':
      return refused(409, 'Your comment is published meanwhile, or you took it back.')
    case 'said-before':
      return refused(409, 'You have appealed before, and an appeal is read once. Here is your text.')
    case 'too-fast':
      answer.tooMany(3_600)
      return { kind: 'refused', message: 'Many appeals came from your network. Try again in an hour.' }
  }
}

export async function withdraw(form: FormData): Promise<void> {
  const reader = await allowAnyone()
  const token = text(form, 'token')
  await own.withdraw(reader, token, new Date())
  backTo(token)
}

export async function follow(form: FormData): Promise<void> {
  const reader = await allowAnyone()
  const token = text(form, 'token')
  await own.follow(reader, token, new Date())
  backTo(token)
}

export async function unfollow(form: FormData): Promise<void> {
  await allowAnyone()
  const token = text(form, 'token')
  await own.unfollow(token)
  backTo(token)
}

export async function mailLink(form: FormData): Promise<void> {
  const reader = await allowAnyone()
  const token = text(form, 'token')
  await own.mailLink(reader, token, new Date())
  backTo(token)
}
