'use client'

import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { ArticleBody } from '@/components/article/document/body'
import type { EditView } from '@/db/desk'
import type { PersonView } from '@/db/people'
import type { TopicView } from '@/db/topics'
import { formatNearTime } from '@/domain/dates'
import { useImages } from './body/images'
import styles from './conflict-dialog.module.css'
import { differences, FIELD_NAMES, type Fields } from './fields'
import type { Clock } from './status'

type Props = {
  mine: Fields
  theirs: EditView['revision']
  people: PersonView[]
  topics: TopicView[]
  clock: Clock
  onKeepMine: () => void
  onTakeTheirs: () => void
  onClose: () => void
}

/** Two versions of an article side by side, as far as they differ; its writer chooses, and neither is lost. */
export function ConflictDialog(props: Props) {
  const { mine, theirs, clock, onKeepMine, onTakeTheirs, onClose } = props
  const who = theirs.savedBy ?? 'Somebody else'
  const when = formatNearTime(theirs.savedAt, clock.now, clock.ownZone)
  const differing = differences(mine, theirs)
  return (
    <Modal opened onClose={onClose} title="Two versions of this article" size="75rem">
      <p className={styles.lead}>
        {who} saved this article on {when}, while you had it open. What you keep becomes the newest version;
        the other one is not lost: a saved version stays among the revisions, and yours stays in this browser.
      </p>
      <div className={styles.versions}>
        <h3>Yours</h3>
        <h3>
          {who}, {when}
        </h3>
        {differing.map((name) => (
          <section key={name} className={styles.field} aria-label={FIELD_NAMES[name]}>
            <h4>{FIELD_NAMES[name]}</h4>
            <Side label="Yours">{shown(name, mine, props)}</Side>
            <Side label={who}>{shown(name, theirs, props)}</Side>
          </section>
        ))}
        {differing.length === 0 && <p className={styles.lead}>The two do not differ.</p>}
      </div>
      <Group justify="flex-end" className={styles.choice}>
        <Button variant="default" onClick={onTakeTheirs}>
          Take theirs
        </Button>
        <Button onClick={onKeepMine}>Keep mine</Button>
      </Group>
    </Modal>
  )
}

function Side({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.side} role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}

function shown(name: keyof Fields, fields: Fields, { people, topics }: Props): ReactNode {
  const names = (ids: number[], among: { id: number; name: string }[]) =>
    ids.map((id) => among.find((each) => each.id === id)?.name ?? `No. ${id}`).join(', ') || 'Nobody'
  switch (name) {
    case 'document':
      return <Body fields={fields} />
    case 'peopleIds':
      return names(fields.peopleIds, people)
    case 'topicIds':
      return fields.topicIds.length > 0 ? names(fields.topicIds, topics) : 'None'
    case 'leadImageId':
      return <LeadImage id={fields.leadImageId} />
    default:
      return fields[name] || 'Empty'
  }
}

function Body({ fields }: { fields: Fields }) {
  const { byId } = useImages()
  return <ArticleBody document={fields.document} images={byId} />
}

function LeadImage({ id }: { id: number | null }) {
  const { byId } = useImages()
  if (id === null) return 'None'
  return byId.get(id)?.alt || `Image ${id}`
}
