import { Button, Modal } from '@mantine/core'
import { useState, useTransition } from 'react'
import { BusyButton } from '@/components/dashboard/desk/busy-button'
import { BanTerms, type Terms } from '@/components/dashboard/moderation/ban-terms'
import form from '@/components/dashboard/settings/form.module.css'
import { type Banned, mentionsInNumber } from './state'

type Props = { host: string; ban: (terms: Terms) => Promise<Banned> }

/** Keeps a site out, after a question. */
export function BanHost({ host, ban }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const [terms, setTerms] = useState<Terms>({ days: 365, reason: '' })
  const [answer, setAnswer] = useState<Banned | null>(null)
  const [isPending, start] = useTransition()
  const give = () => start(async () => setAnswer(await ban(terms)))
  return (
    <>
      <Button variant="subtle" onClick={() => setIsOpen(true)}>
        Ban this site
      </Button>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title={`Ban ${host}`}>
        <div className={form.form}>
          <p>
            What comes from {host}, and comments that link to it, are put with the spam. So are its mentions
            that are held or shown now.
          </p>
          <BanTerms terms={terms} onChange={setTerms} />
          <div className={form.end}>
            <BusyButton isBusy={isPending} onClick={give} disabled={answer?.kind === 'done'}>
              Ban
            </BusyButton>
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
