import { compose, type Message, oneLine, quoted, type Sender } from './message'

type Told = { name: string; source: string; title: string; link: string }
type Replies = {
  replies: Told[]
  /** All that are told, also those that are not among `replies`. */
  count: number
  unsubscribe: string
}

/** What was answered to somebody's comments since they were last told. */
export function repliesMessage(sender: Sender, { replies, count, unsubscribe }: Replies): Message | null {
  const [first] = replies
  if (!first) return null
  const more = count - replies.length
  const one = replies.length === 1 && more <= 0
  return compose(sender, {
    subject: one
      ? `${oneLine(first.name, 60)} answered your comment on “${oneLine(first.title, 80)}”`
      : `${count} new answers to your comments`,
    paragraphs: [
      ...replies.map(
        ({ name, title, source, link }) =>
          `${oneLine(name, 60)} on “${oneLine(title, 120)}”:\n\n${quoted(source)}\n\n${link}`,
      ),
      ...(more > 0 ? [`And ${more} more, in the same discussions.`] : []),
    ],
    because: 'You receive this because you asked to be told of answers to your comment.',
    unsubscribe,
  })
}
