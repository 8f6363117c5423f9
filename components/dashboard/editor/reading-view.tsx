import { ArticleBody } from '@/components/article/document/body'
import type { EditView } from '@/db/desk'
import styles from './editor.module.css'

/** A draft for those who may read it and not write it. */
export function ReadingView({ article: { revision, images } }: { article: EditView }) {
  return (
    <article className={styles.text}>
      <p className={styles.label}>You may read this article. Your role does not include changing it.</p>
      <h1 className={styles.title}>{revision.title || 'Untitled'}</h1>
      {revision.summary && <p className={styles.summary}>{revision.summary}</p>}
      <ArticleBody document={revision.document} images={new Map(images.map((image) => [image.id, image]))} />
    </article>
  )
}
