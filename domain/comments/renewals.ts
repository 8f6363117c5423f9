/** A revision that took the place of another, as more than a small correction. Later revisions have greater ids. */
export type Renewal = { revisionId: number; renewedAt: Date }

/** When readers were first given other words than those a comment was written under; null while they read the same. */
export function writtenBefore(revisionId: number | null, renewals: readonly Renewal[]): Date | null {
  if (revisionId === null) return null
  const [first] = laterThan(renewals, (renewal) => renewal.revisionId > revisionId)
  return first?.renewedAt ?? null
}

/** The first renewal that somebody cannot have seen who read the article at an instant. */
export function unseenAt(readAt: Date, renewals: readonly Renewal[]): Renewal | null {
  return laterThan(renewals, ({ renewedAt }) => renewedAt > readAt)[0] ?? null
}

const laterThan = (renewals: readonly Renewal[], isLater: (renewal: Renewal) => boolean): Renewal[] =>
  renewals.filter(isLater).toSorted((a, b) => a.revisionId - b.revisionId)
