import type { Evidence } from '../check'
import { about, missing } from '../evidence'
import type { Facts } from '../facts'
import type { Rule } from '../rule'
import { lessEach } from '../rule'

export const duplicateTitle: Rule = {
  id: 'duplicate-title',
  part: 'search',
  weight: 4,
  asks: 'No other article of the site has the same title.',
  source: 'Google Search Central, title links.',
  check: (facts) => duplicates(facts, 'title'),
}

export const duplicateKeyphrase: Rule = {
  id: 'duplicate-keyphrase',
  part: 'search',
  weight: 2,
  asks: 'No other article of the site has the same keyphrase.',
  source: 'Yoast SEO: articles that compete with each other.',
  check: (facts) => (facts.keyphrase ? duplicates(facts, 'keyphrase') : null),
}

export const orphan: Rule = {
  id: 'orphan',
  part: 'search',
  weight: 2,
  asks: 'Another article links to this one.',
  source: 'Google Search Central: pages are found by links.',
  check: ({ subject: { site } }) => {
    if (site.orphan === null) return null
    const evidence = site.orphan
      ? [
          missing(
            { field: 'site' },
            { why: 'No other article links here.', mend: 'Link to it from an article that leads to it.' },
          ),
        ]
      : []
    return lessEach(evidence, 1)
  },
}

function duplicates({ subject }: Facts, field: 'title' | 'keyphrase') {
  const { duplicates } = subject.site
  if (!duplicates) return null
  const evidence = duplicates[field].map(({ title, slug }): Evidence =>
    about(subject, field, {
      why: `“${title}” (/articles/${slug}) has the same ${field}.`,
      mend: 'Say what is different here.',
    }),
  )
  return lessEach(evidence, 1)
}
