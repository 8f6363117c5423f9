import type { Sending, SendingReason, SendingState } from './sending'

export const SENDING_LABELS: Record<SendingState, string> = {
  due: 'Waiting',
  sent: 'Sent',
  none: 'No endpoint',
  failed: 'Failed',
  gone: 'Withdrawn',
}

const FAULTS: Record<number, string> = {
  16: 'it could not read our page',
  17: 'it found no link on our page',
  32: 'it knows no such page',
  33: 'that page takes no pingbacks',
  49: 'it denied access',
  50: 'it could not reach a server of its own',
}

/** Why it did not work, as the end of a sentence. */
function why(reason: SendingReason | '', status: number | null): string {
  switch (reason) {
    case 'address':
      return 'it leads to an address that is not of the public web'
    case 'name':
      return 'there is no such host'
    case 'redirects':
      return 'it leads from one address to the next without an end'
    case 'size':
      return 'its answer was too long'
    case 'time':
      return 'it did not answer in time'
    case 'busy':
      return 'too much else was being sent'
    case 'page':
      return `the page answered ${status}`
    case 'refused':
      return `the endpoint answered ${status}`
    case 'fault':
      return (status !== null && FAULTS[status]) || `the endpoint answered with fault ${status}`
    case 'answer':
      return 'the endpoint gave no answer that is one'
    case 'unheard':
      return 'each try was cut short'
    default:
      return 'it could not be reached'
  }
}

type Told = Sending & { triedAt: Date | null; dueAt: Date | null }

const times = (tries: number) => (tries === 1 ? 'Tried once' : `Tried ${tries} times`)

/** How a mention stands, in a sentence; `format` writes an instant. */
export function sendingInWords(mention: Told, now: Date, format: (instant: Date) => string): string {
  const { state, isLinked, reason, status, protocol, tries, triedAt, dueAt } = mention
  const at = triedAt ? ` ${format(triedAt)}` : ''
  const later = dueAt && dueAt > now ? format(dueAt) : null
  switch (state) {
    case 'due':
      if (tries > 0 || reason !== '')
        return `${times(tries)}: ${why(reason, status)}. ${later ? `Will be tried again ${later}` : 'Is tried again now'}.`
      if (later) return `Will be sent when the article appears, ${later}.`
      return isLinked ? 'Waits to be sent.' : 'The link is gone: waits to be told so.'
    case 'sent':
      if (reason === 'unheard') return `Sent${at}; the site stopped before the answer came.`
      if (reason === 'once') return 'Sent before by pingback, which knows no updates.'
      return `Sent${at} by ${protocol ?? 'webmention'}.`
    case 'none':
      if (reason === 'own') return 'A page of this site.'
      if (reason === 'here') return 'Not sent: others cannot read a site on this machine.'
      return reason === 'page' ? `No endpoint: ${why(reason, status)}.` : 'No endpoint: it takes no mentions.'
    case 'failed':
      return `Failed because ${why(reason, status)}.`
    case 'gone':
      if (reason === 'once') return 'The link is gone, which pingback has no words for.'
      return `Told${at} that the link is gone.`
  }
}

/** Why it is not told once more. */
export const SEND_AGAIN_REFUSALS = {
  forbidden: 'Not done: your role may not do this.',
  missing: 'Not done: this link is gone.',
  sending: 'Not done: it is being sent at this moment.',
  gone: 'Not done: the article no longer has this link.',
}
