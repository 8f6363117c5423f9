import type { Metadata } from 'next'
import { cache } from 'react'
import { ArticleList } from '@/components/article/article-list'
import { Author } from '@/components/site/author'
import { JsonLd } from '@/components/site/json-ld'
import * as people from '@/db/people'
import { absolute, describe } from '../../describe'
import { NOT_FOUND, NotFoundPage } from '../../not-found-page'
import { nameOf, readPage } from '../../paging'
import { getSite, now } from '../../request'

const getAuthor = cache((slug: string) => people.getAuthor(slug, now()))

export async function generateMetadata(props: PageProps<'/authors/[slug]'>): Promise<Metadata> {
  const { slug } = await props.params
  const person = await getAuthor(slug)
  if (!person) return NOT_FOUND
  const site = await getSite()
  return describe({
    site,
    ...(await nameOf(props.searchParams, `/authors/${slug}`, person.name)),
    description: person.biography || `Articles by ${person.name} at ${site.name}.`,
    image: person.portrait,
  })
}

export default async function AuthorPage(props: PageProps<'/authors/[slug]'>) {
  const { slug } = await props.params
  const path = `/authors/${slug}`
  const person = await getAuthor(slug)
  if (!person) return <NotFoundPage path={path} />
  const page = await readPage(props.searchParams, path, { personId: person.id })
  const { timeZone } = await getSite()
  return (
    <>
      <Author person={person} />
      <ArticleList {...page} lead={false} timeZone={timeZone} />
      <JsonLd
        data={{
          '@type': 'ProfilePage',
          mainEntity: { '@type': 'Person', name: person.name, jobTitle: person.title, url: absolute(path) },
        }}
      />
    </>
  )
}
