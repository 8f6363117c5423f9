'use client'

import { Button, Checkbox, FileInput, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import type { ImageView } from '@/db/media'
import { ImageChoice } from './image-choice'
import styles from './image-dialog.module.css'

export type UploadOutcome = { kind: 'done'; image: ImageView } | { kind: 'failed'; sentence: string }

/** What the site has in pictures. Uploading is left out for whoever may not. */
export type ImageLibrary = {
  /** null where it cannot be had just now. */
  list: (after: string | null) => Promise<{ items: ImageView[]; next: string | null } | null>
  upload?: (file: File, alt: string) => Promise<UploadOutcome>
}

// drawings may hold scripts, so none are taken
const TAKEN = 'image/jpeg,image/png,image/webp,image/avif,image/gif'

type Props = {
  title: string
  library: ImageLibrary
  /** Already pasted or dropped. */
  file?: File
  /** A figure says of the image what its article needs said; a lead image keeps the words that it was stored with. */
  isFigure?: boolean
  onClose: () => void
  onUse: (image: ImageView, alt: string, caption: string) => void
}

/** Uploads an image or chooses one, and asks what it shows. */
export function ImageDialog({ title, library, file: given, isFigure = false, onClose, onUse }: Props) {
  const [file, setFile] = useState<File | null>(given ?? null)
  const [chosen, setChosen] = useState<ImageView | null>(null)
  const [alt, setAlt] = useState('')
  const [caption, setCaption] = useState('')
  const [isDecoration, setDecoration] = useState(false)
  const [problem, setProblem] = useState<{ field: 'image' | 'alt'; sentence: string } | null>(null)
  const [isBusy, setBusy] = useState(false)

  const use = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (!file && !chosen) return setProblem({ field: 'image', sentence: 'Choose an image first.' })
    const asks = isFigure || file !== null
    if (asks && !alt.trim() && !isDecoration)
      return setProblem({
        field: 'alt',
        sentence: 'Say what the image shows, or that it is only decoration.',
      })
    const words = isDecoration ? '' : alt.trim()
    if (chosen) return onUse(chosen, words, caption.trim())
    if (!file || !library.upload) return
    setBusy(true)
    const outcome = await library.upload(file, words)
    setBusy(false)
    if (outcome.kind === 'done') onUse(outcome.image, words, caption.trim())
    else setProblem({ field: 'image', sentence: outcome.sentence })
  }
  const choose = (image: ImageView) => {
    setChosen(image)
    setFile(null)
    setAlt(image.alt)
    setProblem(null)
  }
  return (
    <Modal opened onClose={onClose} title={title} size="xl" returnFocus={false}>
      <form onSubmit={(event) => void use(event)}>
        <Stack gap="lg">
          {library.upload && (
            <FileInput
              label="Upload an image"
              data-autofocus
              placeholder="JPEG, PNG, WebP, AVIF or GIF"
              accept={TAKEN}
              value={file}
              clearable
              clearButtonProps={{ 'aria-label': 'Take this file back' }}
              error={problem?.field === 'image' && problem.sentence}
              onChange={(next) => {
                setFile(next)
                setChosen(null)
                setProblem(null)
              }}
            />
          )}
          <ImageChoice list={library.list} chosen={chosen} onChoose={choose} />
          {!library.upload && problem?.field === 'image' && (
            <Text c="red" role="alert">
              {problem.sentence}
            </Text>
          )}
          {(isFigure || !chosen) && (
            <Texts
              alt={alt}
              isDecoration={isDecoration}
              problem={problem?.field === 'alt' ? problem.sentence : null}
              onAlt={(words) => {
                setAlt(words)
                setProblem(null)
              }}
              onDecoration={setDecoration}
            />
          )}
          {!isFigure && chosen && <Text c="dimmed">{chosen.alt || 'Only decoration.'}</Text>}
          {isFigure && (
            <TextInput
              label="Caption"
              maxLength={2000}
              value={caption}
              onChange={(event) => setCaption(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end" className={styles.actions}>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <BusyButton type="submit" isBusy={isBusy}>
              Use image
            </BusyButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

type TextsProps = {
  alt: string
  isDecoration: boolean
  problem: string | null
  onAlt: (alt: string) => void
  onDecoration: (isDecoration: boolean) => void
}

function Texts({ alt, isDecoration, problem, onAlt, onDecoration }: TextsProps) {
  return (
    <>
      <Textarea
        label="Alternative text"
        description="What the image shows, for those who do not see it."
        autosize
        minRows={2}
        maxLength={1000}
        value={alt}
        disabled={isDecoration}
        error={problem}
        onChange={(event) => onAlt(event.currentTarget.value)}
      />
      <Checkbox
        label="Only decoration: the text says everything that it shows"
        checked={isDecoration}
        onChange={(event) => onDecoration(event.currentTarget.checked)}
      />
    </>
  )
}
