import type { HTMLAttributes, ReactNode } from 'react'
import { markup } from './markup'

type Props = Omit<HTMLAttributes<HTMLElement>, 'children' | 'dangerouslySetInnerHTML'> & {
  as: 'article' | 'aside' | 'footer' | 'ol'
  children: ReactNode
}

/** An element whose content is written as markup at once: for parts with many elements that nothing moves. */
export const Still = ({ as: Element, children, ...rest }: Props) => (
  <Element {...rest} dangerouslySetInnerHTML={{ __html: markup(children) }} />
)
