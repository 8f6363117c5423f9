import { UNREACHED } from '../desk'
import type { endWaiver, waive } from './asking'

type Failed<Ask extends (...input: never[]) => Promise<{ kind: string }>> = Exclude<
  Awaited<ReturnType<Ask>>,
  { kind: 'done' }
>

const REFUSED: Record<string, string> = {
  forbidden: 'Your role may not waive a problem here.',
  changed: 'The text says something else by now. Look at it again.',
  'too-many': 'This article has as many waivers as it can have.',
}

/** Why a problem was not let be. */
export function notWaived(failed: Failed<typeof waive>): string {
  if (failed.kind === 'refused') return REFUSED[failed.reason] ?? 'It could not be waived.'
  return failed.kind === 'missing' ? 'This article is gone.' : UNREACHED[failed.kind]
}

/** Why a waiver was not taken back. */
export function notEnded(failed: Failed<typeof endWaiver>): string {
  if (failed.kind === 'refused') return 'Not taken back: your role may not do this here.'
  return failed.kind === 'missing'
    ? 'This waiver has ended already.'
    : `Not taken back. ${UNREACHED[failed.kind]}`
}
