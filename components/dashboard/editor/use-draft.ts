'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { EditView } from '@/db/desk'
import { Draft } from './draft'
import { fieldsOf } from './fields'
import { Copies } from './recovery'
import { saveDraft } from './desk'

const KEEP_AFTER_MS = 400

/** The draft of an article, kept in the browser while it is not stored. Only on the client: it reads its storage. */
export function useDraft({ id, revision }: EditView) {
  const [draft] = useState(
    () =>
      new Draft(
        { id: revision.id, fields: fieldsOf(revision) },
        {
          send: (input) => saveDraft(id, input),
          copies: new Copies(window.localStorage, id),
          now: () => Date.now(),
        },
      ),
  )
  const view = useSyncExternalStore(draft.subscribe, draft.current)
  const { fields, isChanged } = view
  useEffect(() => {
    const timer = setTimeout(draft.keep, KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [draft, fields, isChanged])
  useEffect(() => {
    // a page may end without a word: closed, reloaded, thrown out of memory in the background
    window.addEventListener('pagehide', draft.keep)
    document.addEventListener('visibilitychange', draft.keep)
    return () => {
      window.removeEventListener('pagehide', draft.keep)
      document.removeEventListener('visibilitychange', draft.keep)
      draft.keep()
    }
  }, [draft])
  return { draft, view }
}
