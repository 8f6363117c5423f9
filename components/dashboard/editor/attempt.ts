/** Why an action did not even reach its verb. */
export type Unreached = { kind: 'signed-out' } | { kind: 'forbidden' } | { kind: 'unreachable' }

const digestOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'digest' in error ? String(error.digest) : ''

/** Runs a server action so that an ended session or a lost connection leaves the page, and what is typed on it, alone. */
export async function attempt<T>(action: () => Promise<T>): Promise<T | Unreached> {
  try {
    return await action()
  } catch (error) {
    // how Next says that a guard answered 401 or 403
    if (digestOf(error).endsWith(';401')) return { kind: 'signed-out' }
    if (digestOf(error).endsWith(';403')) return { kind: 'forbidden' }
    return { kind: 'unreachable' }
  }
}

export const UNREACHED: Record<Unreached['kind'], string> = {
  'signed-out': 'You are signed out. Sign in in another tab, then try again.',
  forbidden: 'Your role may not do this.',
  unreachable: 'The desk cannot be reached just now. Try again in a moment.',
}
