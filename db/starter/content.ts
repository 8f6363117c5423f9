import type { Art } from '@/domain/art'
import type { Section } from '@/domain/sections'

export interface StarterPerson {
  slug: string
  name: string
  title: string
  biography: string
  art: Art
}

export interface StarterTopic {
  slug: string
  name: string
  description: string
}

export const settings = {
  'site.name': 'Engitech',
  'site.tagline': 'A technology agency led by its values, ten years in',
  'site.address': '411 University St, Seattle, USA',
  'site.phone': '+1 -800-456-478-23',
  'site.email': 'hello@engitech.example',
  'site.timeZone': 'America/Los_Angeles',
  'discussion.closeAfterDays': 14,
  'score.badge': 'on',
} as const

export const people: readonly StarterPerson[] = [
  {
    slug: 'ines-halloran',
    name: 'Ines Halloran',
    title: 'Editor',
    biography:
      'Ines edits everything that Engitech publishes and answers most of the letters. She spent eleven years as a business reporter before she crossed the table, and still reads the notes to the accounts first. She writes about who holds power over technology, and asks every source what would change their mind.',
    art: { kind: 'mesh', seed: 3 },
  },
  {
    slug: 'tomas-reyes',
    name: 'Tomas Reyes',
    title: 'Engineering',
    biography:
      'Tomas leads engineering, which at Engitech means that he is the one who gets telephoned. He has moved ledgers, timetables and two hospital records systems without losing a row, and he keeps a list of the four rows that he nearly lost. He writes about systems that other people will have to change.',
    art: { kind: 'strata', seed: 9 },
  },
  {
    slug: 'adaeze-obi',
    name: 'Adaeze Obi',
    title: 'Data',
    biography:
      'Adaeze runs the data practice and signs off every model before it meets a customer. She trained as a statistician in public health, where a wrong number has a name and an address, and has kept the habit of asking who is missing from a table. She writes about measurement, evaluation and the art of stopping.',
    art: { kind: 'grid', seed: 4 },
  },
  {
    slug: 'jun-sato',
    name: 'Jun Sato',
    title: 'Brand',
    biography:
      'Jun looks after brand and content, for clients and for Engitech itself. A typographer first, he drew signs for railway stations, where a sentence has about four seconds to be of use. He believes that a voice is a set of decisions that somebody can look up, and writes about words, form and consent.',
    art: { kind: 'glyph', seed: 4 },
  },
]

export const topics: readonly StarterTopic[] = [
  {
    slug: 'artificial-intelligence',
    name: 'Artificial intelligence',
    description:
      'Models that can be inspected, corrected and switched off: who owns them, what they cost and how to tell.',
  },
  {
    slug: 'money-and-measure',
    name: 'Money and measure',
    description:
      'Budgets, ledgers and results: technology in figures that the people who sign for it can check.',
  },
  {
    slug: 'brand-and-trust',
    name: 'Brand and trust',
    description:
      'What a company promises, who holds it to that, and the systems that help it keep its word: voice, consent, access and the law.',
  },
]

export const sections: readonly Section[] = [
  {
    kind: 'hero',
    data: {
      headline: 'Technology with a balance sheet and a conscience.',
      emphasis: 'balance sheet',
      lede: 'For ten years we have built the systems that carry our clients’ money and their good name. We do it with the people who will have to live with them.',
      art: { kind: 'ledger', seed: 3 },
    },
  },
  {
    kind: 'work',
    data: {
      title: 'Selected work',
      note: 'What changed, in figures that our clients signed off',
      items: [
        {
          client: 'Harbor Credit Union',
          what: 'A ledger that closes the books in an hour instead of four working days',
          result: '−97%',
          measure: 'time to close',
        },
        {
          client: 'Northline Ferries',
          what: 'Timetables and fares in one model, from quay displays to telephones',
          result: '2.1 m',
          measure: 'passengers a year',
        },
        {
          client: 'Pallas Museum',
          what: 'A collection online that scholars cite and children find',
          result: '×6',
          measure: 'visits to objects',
        },
        {
          client: 'Osprey Health',
          what: 'Consent that patients can read, and auditors can prove',
          result: '0',
          measure: 'findings in audit',
        },
      ],
    },
  },
  {
    kind: 'services',
    data: {
      title: 'Services',
      note: 'Four crafts, one team, one invoice',
      items: [
        {
          name: 'Product engineering',
          text: 'Web and mobile systems built to be changed by other people, and handed over with the reasons written down.',
        },
        {
          name: 'Data and AI',
          text: 'Models that can be inspected, corrected and switched off, with a test that says when to do which.',
        },
        {
          name: 'Brand and content',
          text: 'A voice, a system, and the tools that let your own people keep both.',
        },
        {
          name: 'Operations',
          text: 'We run what we build until your team would rather do it, and then we show them how.',
        },
      ],
    },
  },
  {
    kind: 'articles',
    data: { title: 'Articles', note: 'What we are learning, while we are learning it', count: 5 },
  },
  {
    kind: 'story',
    data: {
      title: 'Ten years',
      note: 'What we hold to, and what it has cost us',
      paragraphs: [
        'We began with four desks and one client who wanted an honest estimate. Ten years later the question is still the same: will this help the company earn its living, and will it help the company deserve its name? When the two answers differ, we say so before the contract and not after.',
        'We do not build what we would be ashamed to explain. That has lost us three pitches and one large client, and it is the reason why most of the others came. Every system that we make has an owner on the client’s side, a way to inspect it, and a way out that does not lead through us.',
        'We have used machine learning since before it had a department. We treat it as we treat any powerful tool: measured before it is trusted, priced before it is promised, and switched off when it stops earning its place.',
      ],
    },
  },
  {
    kind: 'quotes',
    data: {
      items: [
        {
          quote: 'They asked what we would do if they disappeared. Then they built it so that we could.',
          name: 'Maren Okafor',
          role: 'operations, Northline Ferries',
        },
        {
          quote: 'The first consultants to bring me a number that I could take straight to the auditors.',
          name: 'Luis Carver',
          role: 'finance, Harbor Credit Union',
        },
        {
          quote: 'Our curators stopped asking for a manual. I do not know a higher compliment.',
          name: 'Edith Vance',
          role: 'collections, Pallas Museum',
        },
      ],
    },
  },
  {
    kind: 'people',
    data: {
      title: 'People',
      note: 'You will meet the ones who do the work',
      people: ['ines-halloran', 'tomas-reyes', 'adaeze-obi', 'jun-sato'],
    },
  },
  {
    kind: 'contact',
    data: {
      headline: 'Tell us what should be true in a year.',
      text: 'One sentence is enough. Somebody who can build it will write back within two working days, and will say so if you do not need us.',
      callToAction: 'Write to us',
    },
  },
]
