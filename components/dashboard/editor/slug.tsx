'use client'

import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { EditView } from '@/db/desk'
import { articlePath } from '@/domain/articles'
import { SLUG_MAX, slugify } from '@/domain/slug'
import { changeSlug, UNREACHED } from './desk'
import { scored } from './score/places'
import { Section } from './section'

const REFUSED = {
  forbidden: 'Your role may not change the address of this article.',
  invalid: 'Write at least one letter or digit.',
  reserved: 'The site needs this address itself. Choose another.',
  taken: 'Another article has this address. Choose another.',
} as const

export type Slug = {
  value: string
  type: (value: string) => void
  /** The slug that is not in force yet; null where nothing was changed. */
  next: string | null
  problem: string | null
  /** Puts a changed slug in force; false where that was refused. */
  apply: () => Promise<boolean>
}

/** The address of an article while it is being changed. It acts at once, apart from drafts and revisions. */
export function useSlug({ id, slug }: Pick<EditView, 'id' | 'slug'>): Slug {
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const next = typed === null || typed.trim() === '' || slugify(typed) === slug ? null : slugify(typed)
  const apply = async () => {
    if (next === null) return true
    const result = await changeSlug(id, next)
    if (result.kind === 'done') {
      setTyped(null)
      setProblem(null)
      return true
    }
    if (result.kind === 'refused')
      setProblem(result.reason in REFUSED ? REFUSED[result.reason as keyof typeof REFUSED] : REFUSED.invalid)
    else setProblem(result.kind === 'missing' ? 'This article is gone.' : UNREACHED[result.kind])
    return false
  }
  return {
    value: typed ?? slug ?? '',
    type: (value) => {
      setTyped(value)
      setProblem(null)
    },
    next,
    problem,
    apply,
  }
}

type Props = {
  slug: Slug
  current: string | null
  title: string
  /** Readers know the present address. */
  isKnown: boolean
  onApply: () => void
}

export function SlugField({ slug, current, title, isKnown, onApply }: Props) {
  const shown = slug.next ?? current ?? slugify(title)
  return (
    <Section title="Address">
      <TextInput
        label="Slug"
        {...scored('slug')}
        description={shown ? articlePath(shown) : 'Made from the title when the article is published.'}
        placeholder={slugify(title)}
        maxLength={SLUG_MAX}
        autoCapitalize="off"
        autoComplete="off"
        spellCheck={false}
        value={slug.value}
        error={slug.problem}
        onChange={(event) => slug.type(event.currentTarget.value)}
      />
      {slug.next !== null && isKnown && current && (
        <p role="status">
          {articlePath(current)} will lead to {articlePath(slug.next)}, so that links to the old address keep
          working.
        </p>
      )}
      {slug.next !== null && (
        <Button variant="default" onClick={onApply}>
          Change slug
        </Button>
      )}
    </Section>
  )
}
