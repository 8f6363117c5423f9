'use client'

import { type Answer, refusalIn } from './answer'
import { AskButton } from './ask-button'

/** Takes back something that was done, and says why where that is refused. */
export const UndoButton = ({ undo }: { undo: () => Promise<Answer> }) => (
  <AskButton command={async () => refusalIn(await undo())}>Undo</AskButton>
)
