import type { Metadata } from 'next'
import { PageTitle } from '@/components/site/page-title'
import { Section } from '@/components/site/sections/section'
import * as articles from '@/db/articles'
import { asColleagues, listPeople } from '@/db/people'
import { listSections } from '@/db/sections'
import { describe } from './describe'
import { getSite, now } from './request'

export async function generateMetadata(): Promise<Metadata> {
  const site = await getSite()
  const sections = await listSections()
  const hero = sections.find((section) => section.kind === 'hero')
  return describe({
    site,
    title: site.tagline ? `${site.name}: ${site.tagline}` : site.name,
    description: hero?.data.lede ?? site.tagline,
    path: '/',
  })
}

export default async function HomePage() {
  const site = await getSite()
  const sections = await listSections()
  const shown = Math.max(
    0,
    ...sections.map((section) => (section.kind === 'articles' ? section.data.count : 0)),
  )
  const latest = shown > 0 ? (await articles.listPublished(now(), { limit: shown })).items : []
  const people = sections.some((section) => section.kind === 'people')
    ? await asColleagues(await listPeople(), now())
    : []
  return (
    <>
      {!sections.some((section) => section.kind === 'hero') && (
        <PageTitle title={site.name} text={site.tagline} />
      )}
      {sections.map((section, index) => {
        const first = sections.findIndex((other) => other.kind === section.kind)
        const id = first === index ? section.kind : `${section.kind}-${index + 1}`
        return <Section key={index} section={section} id={id} site={site} articles={latest} people={people} />
      })}
    </>
  )
}
