/** How often those who moderate are told by mail that comments wait. */
export const DIGEST_PERIODS = ['off', 'hourly', 'daily'] as const
export type DigestPeriod = (typeof DIGEST_PERIODS)[number]

const HOUR_MS = 3_600_000
const PERIOD_MS: Record<Exclude<DigestPeriod, 'off'>, number> = { hourly: HOUR_MS, daily: 24 * HOUR_MS }

export const DIGEST_NAMES: Record<DigestPeriod, string> = {
  off: 'Never',
  hourly: 'Once an hour at most',
  daily: 'Once a day at most',
}

/** Whether comments that wait are told now: something new waits since the last time, and that is long enough ago. */
export function isDigestDue(
  period: DigestPeriod,
  { newest, told }: { newest: Date | null; told: Date | null },
  now: Date,
): boolean {
  if (period === 'off' || !newest) return false
  return !told || (newest > told && now.getTime() - told.getTime() >= PERIOD_MS[period])
}
