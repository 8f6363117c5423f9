import { countInWords } from '../counting'
import { compose, type Message, oneLine, quoted, type Sender } from './message'

type Closed = {
  title: string
  link: string
  /** When, as readers read it. */
  closed: string
  comments: number
  /** Whom they are by is said of the newest 1,000 alone. */
  isPart: boolean
  guests: number
  byStaff: number
  held: number
  questions: { name: string; source: string; link: string }[]
}
type Digest = {
  discussions: Closed[]
  /** All that closed, also those that are not among them. */
  count: number
  list: string
  unsubscribe: string
}

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** For editors: which discussions closed, how they went, and what nobody answered. */
export function closedMessage(
  sender: Sender,
  { discussions, count, list, unsubscribe }: Digest,
): Message | null {
  const [first] = discussions
  if (!first) return null
  const more = count - discussions.length
  return compose(sender, {
    subject:
      count === 1
        ? `The discussion of “${oneLine(first.title, 100)}” has closed`
        : `${count} discussions have closed`,
    paragraphs: [
      ...discussions.map(section),
      ...(more > 0 ? [`And ${more} more.`] : []),
      `Staff can still answer. All that closed lately:\n\n${list}`,
    ],
    because: `You receive this because you edit ${oneLine(sender.name)}.`,
    unsubscribe,
  })
}

function section({
  title,
  link,
  closed,
  comments,
  isPart,
  guests,
  byStaff,
  held,
  questions,
}: Closed): string {
  const whose = `by ${many(guests, 'guest', 'guests')}, ${byStaff} by staff`
  const went = [
    `${many(comments, 'comment', 'comments')}${isPart ? ', the newest 1,000 of them' : ''} ${whose}`,
    ...(held > 0
      ? [
          `${held === 1 ? '1 comment still waits' : `${countInWords(held)} comments still wait`} for a decision`,
        ]
      : []),
  ].join('; ')
  const lines = [`“${oneLine(title)}”\nclosed ${closed}\n${link}\n\n${went}.`]
  if (questions.length > 0) lines.push('Questions that nobody answered:')
  for (const { name, source, link: place } of questions)
    lines.push(`${oneLine(name, 60)}:\n\n${quoted(source)}\n\n${place}`)
  return lines.join('\n\n')
}
