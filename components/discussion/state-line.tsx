import { Dated } from '@/components/ui/dated'
import { discussionSentence, type Piece } from '@/domain/discussion/sentence'
import type { DiscussionState } from '@/domain/discussion/state'

type Props = { discussion: DiscussionState; timeZone: string }

/** Whether comments are open, since when or until when, and why. */
export function StateLine({ discussion, timeZone }: Props) {
  const { lead, detail } = discussionSentence(discussion)
  const set = (pieces: Piece[]) =>
    pieces.map((piece) =>
      typeof piece === 'string' ? piece : <Dated key={piece.getTime()} at={piece} timeZone={timeZone} />,
    )
  return (
    <>
      <strong>{set(lead)}</strong> {set(detail)}
    </>
  )
}
