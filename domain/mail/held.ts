import { compose, type Message, oneLine, quoted, type Sender } from './message'

type Waiting = { name: string; title: string; source: string }
type Held = {
  /** In words, as lists are counted: `3`, or `1,000+`. */
  count: string
  newest: Waiting[]
  queue: string
  unsubscribe: string
}

/** For those who moderate: how many comments wait, and the newest of them. */
export function heldMessage(sender: Sender, { count, newest, queue, unsubscribe }: Held): Message | null {
  if (newest.length === 0) return null
  const comments = count === '1' ? '1 comment waits' : `${count} comments wait`
  return compose(sender, {
    subject: `${comments} for a decision`,
    paragraphs: [
      `${comments} for a decision. Decide here:\n\n${queue}`,
      ...newest.map(
        ({ name, title, source }) => `${oneLine(name, 60)} on “${oneLine(title, 120)}”:\n\n${quoted(source)}`,
      ),
    ],
    because: `You receive this because you moderate the discussions of ${oneLine(sender.name)}.`,
    unsubscribe,
  })
}
