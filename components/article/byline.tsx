import { Fragment } from 'react'
import type { PersonView } from '@/db/people'

/** Names in order, each leading to its author's page: `A`, `A and B`, `A, B and C`. */
export function Byline({ people }: { people: Pick<PersonView, 'slug' | 'name'>[] }) {
  return people.map((person, index) => (
    <Fragment key={person.slug}>
      {index > 0 && (index === people.length - 1 ? ' and ' : ', ')}
      <a href={`/authors/${person.slug}`} rel="author">
        <bdi>{person.name}</bdi>
      </a>
    </Fragment>
  ))
}
