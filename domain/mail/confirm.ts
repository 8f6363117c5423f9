import { LINK_HOURS } from '@/domain/readers'
import { compose, type Message, oneLine, type Sender } from './message'

/** Carries nothing that a stranger typed: whoever names an address of others must not write to them through us. */
export const confirmMessage = (sender: Sender, { title, link }: { title: string; link: string }): Message =>
  compose(sender, {
    subject: `Confirm your address for ${sender.name}`,
    paragraphs: [
      `Somebody wrote a comment on “${oneLine(title)}” and gave this address as theirs. If that was you, open this link and press the button there:`,
      link,
      `It works for ${LINK_HOURS} hours. If it was not you, do nothing: without the button nothing is confirmed, and the address is shown to nobody.`,
    ],
    because: 'This message was sent once, because the address was typed on our site.',
  })
