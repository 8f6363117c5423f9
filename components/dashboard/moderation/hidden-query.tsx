import type { QueueQuery } from '@/domain/comments/queue-input'

/** Carries a queue's filter along in a form. */
export function HiddenQuery({ query }: { query: QueueQuery }) {
  return Object.entries(query).map(([name, value]) =>
    value === undefined ? null : (
      <input key={name} type="hidden" name={name} value={value === true ? 'yes' : String(value)} />
    ),
  )
}
