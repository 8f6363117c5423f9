import { LINK_HOURS } from '@/domain/readers'
import { compose, type Message, type Sender } from './message'

/** Goes to an address that somebody typed, whether anything is known of it or not. */
export const dataMessage = (sender: Sender, link: string): Message =>
  compose(sender, {
    subject: `Your data at ${sender.name}`,
    paragraphs: [
      'Somebody asked on our site for the data that we keep of this address. If that was you, open this link to see it, to take a copy, or to have it erased:',
      link,
      `It works for ${LINK_HOURS} hours. If it was not you, do nothing: nothing happens.`,
    ],
    because: 'This message was sent once, because the address was typed on our site.',
  })
