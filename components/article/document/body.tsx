import { renderJSONContentToReactElement } from '@tiptap/static-renderer/json/react'
import type { ImageView } from '@/db/media'
import type { DocumentMark, DocumentNode, StoredDocument } from '@/domain/document/stored'
import { arrange } from './arrange'
import styles from './body.module.css'
import { marks } from './marks'
import { nodes } from './nodes'

type Props = {
  document: StoredDocument
  /** The images of its figures by id. */
  images: Map<number, ImageView>
}

/** The text of an article as finished markup, without a style or script of its own. */
export function ArticleBody({ document, images }: Props) {
  const render = renderJSONContentToReactElement<DocumentMark, DocumentNode>({
    nodeMapping: nodes(images),
    markMapping: marks,
  })
  return <div className={styles.body}>{render({ content: arrange(document) })}</div>
}
