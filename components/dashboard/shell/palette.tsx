'use client'

import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import type { Place } from './places'

type Props = { places: Place[]; newArticle?: () => Promise<void> }

/** Every place and command by keyboard: Ctrl K, or Cmd K. */
export function Palette({ places, newArticle }: Props) {
  const router = useRouter()
  const actions: SpotlightActionData[] = places.map(({ href, label, about }) => ({
    id: href,
    label,
    description: about,
    onClick: () => router.push(href),
  }))
  if (newArticle) {
    actions.push({
      id: 'new-article',
      label: 'New article',
      description: 'Begin a draft',
      onClick: () => startTransition(newArticle),
    })
  }
  actions.push({
    id: 'view-site',
    label: 'View site',
    description: 'What readers see, in a new tab',
    onClick: () => window.open('/', '_blank', 'noopener'),
  })
  return (
    <Spotlight
      actions={actions}
      shortcut="mod + K"
      // the rich-text editor's own Ctrl K makes a link
      tagsToIgnore={['INPUT', 'TEXTAREA']}
      nothingFound="Nothing of that name"
      searchProps={{ placeholder: 'Where to?', 'aria-label': 'Go to' }}
      highlightQuery
      attributes={{ content: { 'aria-label': 'Go to' } }}
    />
  )
}
