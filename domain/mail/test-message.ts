import { compose, type Message, type Sender } from './message'

/** Asked for at the desk, to see whether mail arrives. */
export const testMessage = (sender: Sender): Message =>
  compose(sender, {
    subject: `Mail from ${sender.name} arrives`,
    paragraphs: ['This message was asked for at the desk, to see whether mail arrives. It does.'],
    because: 'You receive it because you asked for it.',
  })
