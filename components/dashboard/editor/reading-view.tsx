import { ArticleBody } from '@/components/article/document/body'
import type { EditView } from '@/db/desk'
import styles from './editor.module.css'
import { ReadingScore } from './score/reading-score'

type Props = { article: EditView; clock: { now: Date; ownZone: string } }

/** A draft for those who may read it and not write it. */
export function ReadingView({ article: { id, revision, images }, clock }: Props) {
  return (
    <article className={styles.text}>
      <p className={styles.label}>You may read this article. Your role does not include changing it.</p>
      <ReadingScore article={{ id, revision }} clock={clock} />
      <h1 className={styles.title}>{revision.title || 'Untitled'}</h1>
      {revision.summary && <p className={styles.summary}>{revision.summary}</p>}
      <ArticleBody document={revision.document} images={new Map(images.map((image) => [image.id, image]))} />
    </article>
  )
}
