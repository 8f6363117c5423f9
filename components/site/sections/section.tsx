import type { ArticleCard } from '@/db/articles'
import type { ColleagueView } from '@/db/people'
import type { SiteView } from '@/db/settings'
import type { Section as SectionData } from '@/domain/sections'
import { Hero } from './hero'
import { Latest } from './latest'
import { People } from './people'
import { Quotes } from './quotes'
import { Services } from './services'
import { Story } from './story'
import { Work } from './work'

type Props = {
  section: SectionData
  /** Where links find it; unique on the page. */
  id: string
  site: SiteView
  articles: ArticleCard[]
  people: ColleagueView[]
}

export function Section({ section, id, site, articles, people }: Props) {
  switch (section.kind) {
    case 'hero':
      return <Hero data={section.data} site={site} />
    case 'work':
      return <Work id={id} data={section.data} />
    case 'services':
      return <Services id={id} data={section.data} />
    case 'articles':
      return <Latest id={id} data={section.data} articles={articles} timeZone={site.timeZone} />
    case 'story':
      return <Story id={id} data={section.data} />
    case 'quotes':
      return <Quotes id={id} data={section.data} />
    case 'people':
      return <People id={id} data={section.data} people={people} />
    case 'contact':
      // it closes every page: the footer sets it
      return null
  }
}
