import type { Evidence } from '../check'
import { about, missing } from '../evidence'
import type { Rule } from '../rule'

export const structuredData: Rule = {
  id: 'structured-data',
  part: 'search',
  weight: 9,
  asks: 'Search engines are told headline, date, author, image and description; each that is missing costs a fifth.',
  source: 'schema.org/Article; Google Search Central, article structured data.',
  check: ({ subject, isBare }) => {
    const { title, summary, description, people, images, dated } = subject
    if (isBare) return null
    const evidence: Evidence[] = []
    if (title.trim() === '')
      evidence.push(about(subject, 'title', { why: 'There is no headline.', mend: 'Write the title.' }))
    if (!dated)
      evidence.push(
        missing(
          { field: 'site' },
          { why: 'There is no date.', mend: 'Give it the date of its publication.' },
        ),
      )
    if (people?.length === 0)
      evidence.push(
        missing(
          { field: 'site' },
          { why: 'Nobody stands as author.', mend: 'Put whoever wrote it into the byline.' },
        ),
      )
    if (!images.some(({ block }) => block === 'lead'))
      evidence.push(
        missing(
          { field: 'lead-image' },
          { why: 'There is no lead image.', mend: 'Choose one; it is shown wherever the article is linked.' },
        ),
      )
    if (description.trim() === '' && summary.trim() === '')
      evidence.push(
        about(subject, 'summary', {
          why: 'There is neither a summary nor a description.',
          mend: 'Write the summary.',
        }),
      )
    return { share: 1 - evidence.length / 5, evidence }
  },
}
