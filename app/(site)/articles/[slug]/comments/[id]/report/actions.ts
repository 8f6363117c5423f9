'use server'

import { allowAnyone } from '@/auth/guard'
import * as reports from '@/db/reports'
import { answer } from '@/documents/reading'
import { reportInput } from '@/domain/moderation/report-input'
import type { ReportFormState } from '@/domain/moderation/reports'

/** Takes a report; who has sent one before reads the same thanks. */
export async function reportComment(_: ReportFormState, form: FormData): Promise<ReportFormState> {
  const reader = await allowAnyone()
  const text = (field: string) => {
    const value = form.get(field)
    return typeof value === 'string' ? value : ''
  }
  answer.giveBack({ reason: text('reason'), text: text('text') })
  const parsed = reportInput.safeParse({ reason: text('reason'), text: text('text') })
  if (!parsed.success) {
    answer.status(422)
    const problemOf = (field: string) => parsed.error.issues.find(({ path }) => path[0] === field)?.message
    return { kind: 'invalid', problems: { reason: problemOf('reason'), text: problemOf('text') } }
  }
  // a machine reads the same thanks
  if (text('subject') !== '') return { kind: 'sent' }
  const result = await reports.report(reader, { commentId: Number(text('id')), ...parsed.data }, new Date())
  if (result.kind === 'done') return { kind: 'sent' }
  if (result.reason === 'gone') {
    answer.status(409)
    return { kind: 'refused', message: 'Nobody sees this comment any more: somebody was faster.' }
  }
  answer.tooMany(result.retryAfterSeconds)
  return {
    kind: 'refused',
    message: `Many reports came from your network. The next one can be sent in ${inMinutes(result.retryAfterSeconds)}.`,
  }
}

function inMinutes(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? '1 minute' : `${minutes} minutes`
}
