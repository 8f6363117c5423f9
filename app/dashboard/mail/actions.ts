'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { requireStaff } from '@/auth/guard'
import * as mails from '@/db/mails'
import type { MailAnswer } from '@/db/mails'

export async function sendAgain(mailId: number): Promise<string> {
  const actor = await requireStaff('set-site')
  return said(await mails.sendAgain(actor, z.int().positive().parse(mailId), new Date()))
}

export async function sendTest(): Promise<string> {
  const actor = await requireStaff('set-site')
  return said(await mails.sendTest(actor, new Date()))
}

const SENTENCES = {
  forbidden: 'Not done: your role may not send mail.',
  missing: 'Not done: this message is gone.',
  sending: 'Not done: it is being sent at this moment.',
}

function said(answer: MailAnswer): string {
  if (answer.kind === 'refused') return SENTENCES[answer.reason]
  refresh()
  return 'It waits to be sent.'
}
