import { describe, expect, test } from 'vitest'
import { subjectOf } from '../fixtures'
import { damagedPlaces } from './rules'

const found = (text: string) => damagedPlaces(subjectOf(text)).map(({ quote, instead }) => instead ?? quote)

describe('good sentences with odd words in them are left alone', () => {
  test.each([
    'The council passed it by a unanimous vote.',
    'The hall has a 1,800-seat room; others call it an 1,800-seat one.',
    'Sales to US and European clients rose, and so did imports from US or Asian makers.',
    'The report went from US to EU regulators in May.',
    'IT depends on the network, as everybody does.',
    'I had to google it, and people google themselves too.',
    'She turned to X for help and to Meta for money.',
    'Juneteenth was celebrated in Juneau by Marchetti, Augustine and Auguste.',
    'Find It, Fix It, Flag It was its motto. Love It or List It is a show.',
    'The remake of It opened on Friday, and It led the box office.',
    'The pronouns He and She are capitalised in old hymns.',
    'It services the debt. It firms up. It models behaviour.',
    'IT takes a week to answer. IT is important to us, and he put IT back under finance.',
    'Deals with US, Canadian and Mexican drivers fell through.',
    'Childs scored twice. Childs, who is 19, and Childs’s brother were booked.',
    'In It, King writes about a town that eats its children. The restaurant is called It.',
    'The constructor of the runtime takes a namespace, a substring and a boolean, and prepends them.',
    'She gave him money, found him guilty and saw him win, as he also did. So did he.',
    'They asked that he resign. Did she know?',
    'LaTeX, TypeScript, reMarkable, iPhone, PlayStation and ProPublica are names.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('damage where a capital says nothing is found', () => {
  test.each([
    ['It startups raised money in March.', ['It']],
    ['“It models are large,” she said.', ['It']],
    ['It-powered search is here.', ['It']],
    ['Everybody talks of artificial intelligence (It) now.', ['It']],
    ['UsIng it saved an hour.', ['Using']],
    ['The busIness grew.', ['business']],
    ['Our Aprilketing team met.', ['marketing']],
    ['We hired It/ML engineers.', ['It']],
    ['They blamed It’s models.', ['It’s']],
    ['The software uses I\u200dt and more I\u200dt in\u00adside.', ['I\u200dt', 'I\u200dt']],
    ['HospITals and bUSiness suffer.', ['Hospitals', 'business']],
    ['The violinist tuned him instrument and forgot she coat.', ['him', 'she']],
    ['The us-based firm has 900 it staff and two us offices.', ['US', 'US', 'IT']],
    ['Regulators fined apple and its suppliers.', ['Apple']],
  ])('%s', (text, places) => {
    expect(found(text)).toEqual(places)
  })
})

test('a word without an end takes no time', () => {
  const started = performance.now()
  expect(found(`${'a'.repeat(60_000)} ${'dogcatory'.repeat(5_000)}`)).toEqual([])
  expect(performance.now() - started).toBeLessThan(1_000)
})
