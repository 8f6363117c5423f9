import { Button, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useState, useTransition } from 'react'
import form from '@/components/dashboard/settings/form.module.css'
import { BAN_DAYS } from '@/domain/moderation/ban-words'
import { type Banned, mentionsInNumber } from './state'

type Props = { host: string; ban: (days: number, reason: string) => Promise<Banned> }

/** Keeps a site out, after a question. */
export function BanHost({ host, ban }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const [days, setDays] = useState('365')
  const [reason, setReason] = useState('')
  const [answer, setAnswer] = useState<Banned | null>(null)
  const [isPending, start] = useTransition()
  const give = () => start(async () => setAnswer(await ban(Number(days), reason)))
  return (
    <>
      <Button variant="subtle" onClick={() => setIsOpen(true)}>
        Ban this site
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title={`Ban ${host}`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <div className={form.form}>
          <p>
            What comes from {host}, and comments that link to it, are put with the spam. So are its mentions
            that are held or shown now.
          </p>
          <NativeSelect
            label="For"
            data={BAN_DAYS.map(([count, label]) => ({ value: String(count), label }))}
            value={days}
            onChange={({ currentTarget }) => setDays(currentTarget.value)}
          />
          <TextInput
            label="Reason"
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <div className={form.end}>
            <Button loading={isPending} onClick={give} disabled={answer?.kind === 'done'}>
              Ban
            </Button>
            <p role="status" data-refused={answer?.kind === 'refused' || undefined}>
              {answer?.kind === 'done' && `Banned. ${mentionsInNumber(answer.moved)} put with the spam.`}
              {answer?.kind === 'refused' && answer.sentence}
            </p>
          </div>
        </div>
      </Modal>
    </>
  )
}
