'use client'

import { Textarea, VisuallyHidden } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import Link from 'next/link'
import { useEffect, useId, useRef, useState } from 'react'
import type { EditView } from '@/db/desk'
import type { PersonView } from '@/db/people'
import type { TopicView } from '@/db/topics'
import { countWords, plainText, readingMinutes } from '@/domain/document/text'
import { BadgeChoice } from './badge'
import { replacePath } from '../replace/addresses'
import { Bar } from './bar'
import { BodyEditor } from './body/body-editor'
import { Images } from './body/images'
import { Byline } from './byline'
import { ClosingNote } from './closing-note'
import { ConflictDialog } from './conflict-dialog'
import { Discussion } from './discussion'
import { DiscussionHistory } from './discussion-history'
import { DiscussionModeChoice } from './discussion-mode'
import { DiscussionSwitches } from './discussion-switches'
import styles from './editor.module.css'
import { listImages } from './desk'
import { fieldsOf } from './fields'
import { uploadImage } from './images'
import { LeadImage } from './lead-image'
import { Notices } from './notices'
import { OutgoingMentions } from './outgoing-mentions'
import { Publication } from './publication'
import { SearchFields } from './search-fields'
import { SlugField, useSlug } from './slug'
import { Topics } from './topics'
import type { Site } from './site'
import { scored } from './score/places'
import { useReview } from './score/use-review'
import { useCommands } from './use-commands'
import { useDraft } from './use-draft'
import { useLeaveGuard } from './use-leave-guard'

export type EditorProps = {
  article: EditView
  people: PersonView[]
  topics: TopicView[]
  site: Site
  mayUpload: boolean
  /** When the article was read. */
  now: Date
}

/** Writes one article: the text as it will be read, and beside it what is said about it. */
export function Editor({ article, people, topics, site, mayUpload, now }: EditorProps) {
  const { timeZone } = site
  const { draft, view } = useDraft(article)
  const { fields, isChanged, generation } = view
  const slug = useSlug(article)
  const commands = useCommands({ article, draft, slug, timeZone })
  const library = { list: listImages, upload: mayUpload ? uploadImage : undefined }
  const [isComparing, setComparing] = useState(false)
  const title = useRef<HTMLTextAreaElement>(null)
  const summary = useRef<HTMLTextAreaElement>(null)
  const bodyId = useId()
  const clock = { now, siteZone: timeZone, ownZone: ownZone() }
  const theirs = { id: article.revision.id, fields: fieldsOf(article.revision) }

  const lacksTitle = commands.missing.title !== undefined
  useEffect(() => {
    if (lacksTitle) title.current?.focus()
  }, [lacksTitle])

  useLeaveGuard(isChanged)
  useHotkeys([['mod+S', () => void save()]], [], true)
  const save = async () => {
    const isSaved = await commands.save()
    if (draft.current().problem?.kind === 'conflict') setComparing(true)
    return isSaved
  }
  const { type } = draft
  const review = useReview({ articleId: article.id, fields, clock, save })
  return (
    <Images stored={article.images}>
      <div className={styles.page}>
        <VisuallyHidden component="h1">Write the article</VisuallyHidden>
        <Bar
          article={article}
          view={view}
          clock={clock}
          commands={{ ...commands, save }}
          score={review.chip}
        />
        <div className={styles.columns}>
          <div className={styles.text}>
            <Notices
              article={article}
              draft={draft}
              view={view}
              clock={clock}
              problem={commands.problem}
              stopped={commands.stopped && review.noticeOf(commands.stopped, article.state)}
              onSave={() => void save()}
              onCompare={() => setComparing(true)}
            />
            <Textarea
              ref={title}
              label="Title"
              autoFocus={article.revision.title === ''}
              placeholder="Untitled"
              classNames={{ root: styles.field, input: styles.title, label: styles.label }}
              variant="unstyled"
              autosize
              {...scored('title')}
              maxLength={300}
              value={fields.title}
              error={commands.missing.title}
              onChange={(event) => {
                commands.found('title')
                type({ title: event.currentTarget.value.replace(/\n/g, ' ') })
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                summary.current?.focus()
              }}
            />
            <Textarea
              ref={summary}
              label="Summary"
              placeholder="What it says, in a sentence or two"
              classNames={{ root: styles.field, input: styles.summary, label: styles.label }}
              variant="unstyled"
              autosize
              {...scored('summary')}
              maxLength={1000}
              value={fields.summary}
              onChange={(event) => type({ summary: event.currentTarget.value })}
            />
            <div className={styles.bodyHead}>
              <span className={styles.label} id={bodyId}>
                Body
              </span>
              <span className={styles.tools}>
                {article.actions.publish !== 'forbidden' && (
                  <Link href={replacePath({ article: article.id })}>Find and replace</Link>
                )}
                <Length document={fields.document} />
              </span>
            </div>
            {commands.missing.body && (
              <p className={styles.problem} id={`${bodyId}-problem`} role="alert">
                {commands.missing.body}
              </p>
            )}
            <div data-advice={review.hidesAdvice ? 'hidden' : undefined} {...review.pointer}>
              <BodyEditor
                key={generation}
                onReady={review.onReady}
                document={fields.document}
                library={library}
                labelId={bodyId}
                problemId={commands.missing.body && `${bodyId}-problem`}
                onChange={(document) => {
                  commands.found('body')
                  type({ document })
                }}
              />
            </div>
          </div>
          <div className={styles.aside}>
            {review.panel}
            <Publication article={article} now={now} site={site} commands={commands} />
            <Discussion article={article} site={site} now={now} />
            <DiscussionSwitches article={article} site={site} />
            <DiscussionModeChoice article={article} site={site} />
            <ClosingNote article={article} />
            <DiscussionHistory history={article.discussion.history} timeZone={timeZone} />
            <OutgoingMentions article={article} site={site} clock={clock} />
            <BadgeChoice article={article} site={site} />
            <Byline people={people} chosen={fields.peopleIds} onChange={(peopleIds) => type({ peopleIds })} />
            <Topics topics={topics} chosen={fields.topicIds} onChange={(topicIds) => type({ topicIds })} />
            <SlugField
              slug={slug}
              current={article.slug}
              title={fields.title}
              isKnown={article.firstPublishedAt !== null}
              onApply={() => void commands.applySlug()}
            />
            <LeadImage
              imageId={fields.leadImageId}
              caption={fields.leadCaption}
              library={library}
              onChange={type}
            />
            <SearchFields fields={fields} onChange={type} />
          </div>
        </div>
      </div>
      {review.beside}
      {isComparing && (
        <ConflictDialog
          mine={fields}
          theirs={article.revision}
          people={people}
          topics={topics}
          clock={clock}
          onClose={() => setComparing(false)}
          onTakeTheirs={() => {
            draft.takeTheirs(theirs)
            setComparing(false)
          }}
          onKeepMine={() => {
            setComparing(false)
            void draft.keepMine(theirs).then(() => commands.refresh())
          }}
        />
      )}
    </Images>
  )
}

const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

function Length({ document }: { document: EditView['revision']['document'] }) {
  const words = countWords(plainText(document))
  return (
    <span className={styles.length}>
      {words === 1 ? '1 word' : `${words} words`}, {readingMinutes(words)} min
    </span>
  )
}
