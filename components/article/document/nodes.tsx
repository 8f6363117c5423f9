import type { ReactNode } from 'react'
import type { ImageView } from '@/db/media'
import type { DocumentNode } from '@/domain/document/stored'
import { isWebHref } from '@/domain/document/href'
import { CodeBlock } from './code-block'
import { Embed } from './embed'
import { Figure } from './figure'
import { Cell, Table } from './table'
import styles from './body.module.css'

type Props = { node: DocumentNode; children?: ReactNode }

const text = (node: DocumentNode, name: string): string => {
  const value = node.attrs?.[name]
  return typeof value === 'string' ? value : ''
}
const number = (node: DocumentNode, name: string): number => Number(node.attrs?.[name] ?? 0)

/** A component of ours for every node that `schema.ts` knows, and for the links that `arrange` makes of marks. */
export const nodes = (images: Map<number, ImageView>) => ({
  doc: ({ children }: Props) => <>{children}</>,
  text: ({ node }: Props) => node.text,
  paragraph: ({ children }: Props) => <p dir="auto">{children}</p>,
  heading: Heading,
  bulletList: ({ children }: Props) => <ul>{children}</ul>,
  orderedList: ({ node, children }: Props) => <ol start={number(node, 'start')}>{children}</ol>,
  listItem: ({ children }: Props) => <li dir="auto">{children}</li>,
  blockquote: Quote,
  codeBlock: ({ node, children }: Props) => (
    <CodeBlock language={text(node, 'language')}>{children}</CodeBlock>
  ),
  hardBreak: () => <br />,
  horizontalRule: () => <hr />,
  table: ({ node, children }: Props) => <Table name={text(node, 'name')}>{children}</Table>,
  tableRow: ({ children }: Props) => <tr>{children}</tr>,
  tableHeader: Cell,
  tableCell: Cell,
  figure: ({ node }: Props) => {
    const image = images.get(number(node, 'mediaId'))
    if (!image) return null
    const alt = text(node, 'alt') || image.alt
    const credit = text(node, 'credit') || image.credit
    return <Figure image={{ ...image, alt }} caption={text(node, 'caption')} credit={credit} />
  },
  embed: ({ node }: Props) => <Embed href={text(node, 'href')} title={text(node, 'title')} />,
  link: ({ node, children }: Props) => {
    const href = text(node, 'href')
    return (
      <a href={href} rel={isWebHref(href) ? 'noopener' : undefined}>
        {children}
      </a>
    )
  },
})

function Heading({ node, children }: Props) {
  const Level = ({ 2: 'h2', 3: 'h3' } as const)[number(node, 'level')] ?? 'h4'
  return (
    <Level id={text(node, 'id') || undefined} dir="auto">
      {children}
    </Level>
  )
}

function Quote({ node, children }: Props) {
  const citation = text(node, 'citation')
  return (
    <figure className={styles.quote}>
      <blockquote>{children}</blockquote>
      {citation && <figcaption dir="auto">{citation}</figcaption>}
    </figure>
  )
}
