import { missing } from '../evidence'
import type { Rule } from '../rule'
import { lessEach } from '../rule'

export const mentionsVerified: Rule = {
  id: 'mentions-verified',
  part: 'integrity',
  weight: 1,
  asks: 'Every mention shown with the article was seen to link to it; each that was not costs half.',
  source: 'The Webmention recommendation, section 3.2.2.',
  check: ({ subject: { site } }) =>
    lessEach(
      site.unverifiedMentions.map((address) =>
        missing(
          { field: 'site' },
          {
            why: `Nobody could verify that ${address} links here.`,
            mend: 'Ask again, or take the mention down.',
          },
        ),
      ),
      0.5,
    ),
}
