'use client'

import { Button, Group } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import type { EditView } from '@/db/desk'
import { formatNearTime } from '@/domain/dates'
import type { Draft, DraftView, Problem } from './draft'
import { fieldsOf } from './fields'
import styles from './notices.module.css'
import type { Clock } from './status'

type Props = {
  article: EditView
  draft: Draft
  view: DraftView
  clock: Clock
  problem: string | null
  /** Why it was not published, where its text is the reason. */
  stopped: ReactNode
  onSave: () => void
  onCompare: () => void
}

/** What the writer must know about the text on this page: that something failed, and what was kept. */
export function Notices({ article, draft, view, clock, problem, stopped, onSave, onCompare }: Props) {
  const { revision } = article
  const time = (instant: Date) => formatNearTime(instant, clock.now, clock.ownZone)
  const stored = { id: revision.id, fields: fieldsOf(revision) }
  const isOvertaken = revision.id > view.base
  return (
    <div className={styles.notices}>
      {problem && (
        <Notice isAlert isCalled>
          {problem}
        </Notice>
      )}
      {stopped && (
        <div className={styles.notice} role="alert">
          {stopped}
        </div>
      )}
      {view.problem && <Failure problem={view.problem} onSave={onSave} onCompare={onCompare} />}
      {isOvertaken && view.problem?.kind !== 'conflict' && !view.isSaving && (
        <Notice
          actions={
            view.isChanged ? (
              <Action onClick={onCompare}>Compare the two</Action>
            ) : (
              <Action onClick={() => draft.takeTheirs(stored)}>Show it</Action>
            )
          }
        >
          {revision.savedBy ?? 'Somebody'} saved a newer version of this article, {time(revision.savedAt)}.
        </Notice>
      )}
      {view.restoredFrom !== null && (
        <Notice actions={<Action onClick={() => draft.discard(stored)}>Go back to what is saved</Action>}>
          This is what was typed in this browser until {time(new Date(view.restoredFrom))} and not saved.
        </Notice>
      )}
      {view.aside && (
        <Notice
          actions={
            <>
              <Action onClick={() => draft.bringBack()}>Bring it back</Action>
              <Action onClick={draft.forgetAside}>Forget it</Action>
            </>
          }
        >
          Your own version, {time(new Date(view.aside.typedAt))}, is kept in this browser.
        </Notice>
      )}
      {view.isUnkept && (
        <Notice isAlert>
          This browser keeps no copy of what you type: its storage is full or switched off. Save often.
        </Notice>
      )}
    </div>
  )
}

type FailureProps = { problem: Problem; onSave: () => void; onCompare: () => void }

function Failure({ problem, onSave, onCompare }: FailureProps) {
  switch (problem.kind) {
    case 'signed-out':
      return (
        <Notice
          isAlert
          actions={
            <>
              <a href="/sign-in" target="_blank" rel="noopener">
                Sign in in another tab
              </a>
              <Action onClick={onSave}>Save again</Action>
            </>
          }
        >
          You are signed out, so nothing was saved. Your text is still here: sign in, then save again.
        </Notice>
      )
    case 'unreachable':
      return (
        <Notice isAlert actions={<Action onClick={onSave}>Save again</Action>}>
          The desk cannot be reached, so nothing was saved. Your text is still here and a copy is in this
          browser.
        </Notice>
      )
    case 'conflict':
      return (
        <Notice isAlert actions={<Action onClick={onCompare}>Compare the two</Action>}>
          Not saved: somebody else saved this article since you opened it. Both versions are kept.
        </Notice>
      )
    case 'missing':
      return <Notice isAlert>Not saved: this article is gone. Copy your text from here.</Notice>
    case 'refused':
      return <Notice isAlert>Not saved: {problem.sentence}</Notice>
  }
}

/** `isCalled`: it answers a button that may be far from it. */
type NoticeProps = { isAlert?: boolean; isCalled?: boolean; actions?: ReactNode; children: ReactNode }

function Notice({ isAlert = false, isCalled = false, actions, children }: NoticeProps) {
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isCalled) notice.current?.scrollIntoView({ block: 'nearest' })
  }, [isCalled])
  return (
    <div ref={notice} className={styles.notice} role={isAlert ? 'alert' : 'status'}>
      <p>{children}</p>
      {actions && <Group gap="sm">{actions}</Group>}
    </div>
  )
}

function Action({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button variant="default" size="xs" onClick={onClick}>
      {children}
    </Button>
  )
}
