import type { HTMLAttributes, ReactNode } from 'react'
import { setAside } from '@/documents/parts'
import { isWithinMarkup, markup } from './markup'

type Props = Omit<HTMLAttributes<HTMLElement>, 'children' | 'dangerouslySetInnerHTML'> & {
  as: 'article' | 'aside' | 'footer' | 'ol'
  children: ReactNode
}

/** An element whose content is written as markup at once: for parts with many elements that nothing moves. */
export function Still({ as: Element, children, ...rest }: Props) {
  const html = markup(children)
  const part = isWithinMarkup() ? null : setAside(html)
  if (part === null) return <Element {...rest} dangerouslySetInnerHTML={{ __html: html }} />
  return (
    <Element {...rest}>
      <template data-part={part} />
    </Element>
  )
}
