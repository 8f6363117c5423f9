import { Send } from '@/components/dashboard/desk/send'
import type { CommentBatchView } from '@/db/comment-batches'
import type { QueueQuery } from '@/domain/comments/queue-input'
import { formatNearTime } from '@/domain/dates'
import { HiddenQuery } from './hidden-query'
import styles from './many.module.css'
import { orderInWords } from './words'

type Props = {
  query: QueueQuery
  orders: CommentBatchView[]
  now: Date
  timeZone: string
  undo: (form: FormData) => Promise<void>
}

/** The last decisions about many, each with the button that takes it back. */
export function OrderList({ query, orders, now, timeZone, undo }: Props) {
  if (orders.length === 0) return <p>Nothing was decided about many at once yet.</p>
  return (
    <ol className={styles.done} aria-label="What was done">
      {orders.map((order) => (
        <li key={order.id}>
          <p>{orderInWords(order)}</p>
          <p className={styles.by}>
            {order.actor}, {formatNearTime(order.orderedAt, now, timeZone)}
            {order.undoneAt &&
              `. Taken back by ${order.undoneBy}, ${formatNearTime(order.undoneAt, now, timeZone)}`}
          </p>
          {order.undoneAt === null && order.changed > 0 && (
            <form action={undo}>
              <HiddenQuery query={query} />
              <Send name="batch" value={order.id} variant="default">
                Undo
              </Send>
            </form>
          )}
        </li>
      ))}
    </ol>
  )
}
