import { describe, expect, it } from 'vitest'
import { subjectOf } from '../fixtures'
import { score } from '../score'
import type { Subject } from '../subject'

/** What a check finds in a text, as quotes. */
const found = (id: string, markdown: string, fields: Partial<Subject> = {}) =>
  score(subjectOf(markdown, fields))
    .checks.find((check) => check.id === id)
    ?.evidence.map(({ quote }) => quote)

describe('doubled words', () => {
  it.each([
    ['It is in the the house.', ['the the']],
    ['The the house is old.', ['The the']],
    ['We saw it at\nat the door.', ['at at']],
    ['Shan Shan Wong and the people of Baden Baden.', []],
    ['He had had enough, and she knew that that was so.', []],
    ['Call `the the` twice, and see well-well-known things.', []],
  ])('%s', (text, quotes) => expect(found('doubled-words', text)).toEqual(quotes))

  it('says what becomes of the two words', () => {
    const { checks } = score(subjectOf('It is in the the house.'))
    const [evidence] = checks.find(({ id }) => id === 'doubled-words')?.evidence ?? []
    expect(evidence).toMatchObject({ instead: 'the', where: { field: 'body', block: 0, from: 9, to: 16 } })
  })
})

describe('demo copy', () => {
  it.each([
    ['Lorem ipsum dolor sit amet, and so on.', ['Lorem ipsum dolor sit amet, and so on.']],
    ['Just another WordPress site', ['Just another WordPress site']],
    ['Welcome to WordPress. This is your first post. Edit or delete it, then start writing!', 3],
    ['## Hello world!', ['Hello world!']],
    ['Hello world! We are here.', ['Hello world!']],
    ['The first program prints “Hello, world!” and ends.', []],
    ['Every course begins with a hello world program.', []],
    ['Write to info@example.com today.', ['info@example.com']],
    ['Use a domain such as example.com in your tests.', []],
    ['Set `SITE_URL` to `https://example.com`.', []],
    ['See [our services](#).', ['our services']],
    ['See [our services](#services).', []],
    ['See [our services](https://www.example.com/x).', ['our services']],
    ['## Sample page', ['Sample page']],
    ['The sample page of the book was well set.', []],
    ['Your tagline here', ['Your tagline here']],
  ])('%s', (text, quotes) =>
    typeof quotes === 'number'
      ? expect(found('demo-copy', text)).toHaveLength(quotes)
      : expect(found('demo-copy', text)).toEqual(quotes),
  )
})

describe('placeholders', () => {
  it.each([
    ['The figure is TK and the name TKTK.', ['TK', 'TKTK']],
    ['TODO: ask the lawyer.', ['TODO']],
    ['She keeps a TODO list of eleven lines.', []],
    ['The report [source] says XXX million.', ['[source]', 'XXX']],
    ['The final was called Super Bowl XXX.', []],
    ['TK Maxx opened a shop.', []],
    ['A [link](https://rivers.test/) is no mark.', []],
    ['ESTO ES TODO AMIGOS.', []],
    ['[insert quote from Anna here]', ['[insert quote from Anna here]']],
    ['Dear {{ first_name }}, hello.', ['{{ first_name }}']],
  ])('%s', (text, quotes) => expect(found('placeholders', text)).toEqual(quotes))
})

describe('quotations', () => {
  it.each([
    ['He said “we will see and left.', ['“']],
    ['He said we will see” and left.', ['”']],
    ['He said "we will see and left.', ['"']],
    ['A 6" pipe and a 5′ wall, “as agreed”.', []],
    ['“One paragraph opens.\n\n“And the next opens again and closes.”', []],
    ['„Deutsch“ and « français » are closed.', []],
    ['He said “she said ‘no’ to me”.', []],
  ])('%s', (text, quotes) => expect(found('quotes-closed', text)).toEqual(quotes))
})

describe('names', () => {
  it.each([
    ['The firm of Emad Mostaque grew. Then Emad Mostque left, and Emad Mostaque was gone.', ['Emad Mostque']],
    ['She uses GitHub daily. On Github she is known, and GitHub knows her.', ['Github']],
    ['The people of OpenAI met. Later Open AI spoke, and OpenAI was glad.', ['Open AI']],
    ['In Korea the Korean team met a German in Germany.', []],
    ['We met Anna Berg and later Paul Burg.', []],
    ['They asked Hansen, then Hanson.', []],
    ['We asked Ines Halloran. When Halloran came, the Hallorans left.', []],
    ['They visited Austria and Australia.', []],
  ])('%s', (text, quotes) => expect(found('names-agree', text)).toEqual(quotes))

  it('agree between title, summary and text', () => {
    const fields = { summary: 'What Christian Laforte means to do.' }
    expect(
      found('names-agree', 'Now Christian Laforte leads. Here Christian Laforte works.', fields),
    ).toEqual([])
    expect(found('names-agree', 'Now Christian Lafort leads it.', fields)).toEqual(['Christian Lafort'])
  })
})

describe('figures', () => {
  it.each([
    ['A fund of $110 million', 'They raised $100 million in autumn.', ['$110 million']],
    ['A fund of $100 million', 'They raised $100 million, after $20 million.', []],
    ['Eleven boats on the river', 'There are twelve boats, and they are old.', ['Eleven boats']],
    ['Eleven boats on the river', 'There are eleven boats; 3 boats leak.', []],
    ['Ten years of counting', 'For three years nobody came.', []],
    ['Sales fall by 12 %', 'They fell by 21 percent.', ['12 %']],
    ['What happened in 2024', 'In 2023 nobody asked.', []],
  ])('%s: %s', (title, text, quotes) => expect(found('figures-agree', text, { title })).toEqual(quotes))
})

describe('what the network and the site say', () => {
  const links = (state: 'broken' | 'redirected' | 'works') => ({
    ...subjectOf('').site,
    links: new Map([
      [
        'https://rivers.test/',
        state === 'redirected' ? { kind: state, to: 'https://r.test/' } : { kind: state },
      ],
    ]),
  })
  const text = 'See [the river](https://rivers.test/) and [the sea](https://sea.test/).'

  it('of a link that nobody asked about is no fault', () => {
    expect(found('links-work', text)).toEqual([])
    expect(found('links-work', text, { site: links('works') })).toEqual([])
  })

  it('of a broken or a redirected link costs', () => {
    expect(found('links-work', text, { site: links('broken') })).toEqual(['the river'])
    expect(found('links-work', text, { site: links('redirected') })).toEqual(['the river'])
  })

  it('of credits counts only where the site asks for them', () => {
    const image = 'Text.\n\n![A door](art:door)'
    expect(found('image-credit', image)).toBeUndefined()
    expect(
      found('image-credit', image, { site: { ...subjectOf('').site, requiresCredit: true } }),
    ).toHaveLength(1)
  })
})

describe('a text that was damaged', () => {
  const times =
    'The team trains AI at night. Nobody else can own AI. They sell AI to hospitals. The office stands beside a canal in the east of the town, above a shop for bicycles, and its windows look north. On most evenings a light burns there until the last tram has left, and the shop below lends them its kettle.'
  const total = (text: string) => score(subjectOf(text)).total

  it('loses a little for one place and much for several', () => {
    const damaged = times.replaceAll('AI', 'It')
    expect(total(times.replace('own AI', 'own AI TK'))).toBeGreaterThan(total(times) - 6)
    expect(total(`${times} TK Lorem ipsum dolor sit amet. TODO: more.`)).toBeLessThan(total(times) - 14)
    expect(total(damaged)).toBeLessThan(total(times) - 14)
  })

  it('tells the number of places once, and each place under its own rule', () => {
    const { checks } = score(subjectOf(`${times} TK and TK.`))
    const whole = checks.find(({ id }) => id === 'whole-text')
    expect(whole?.evidence).toHaveLength(1)
    expect(whole?.evidence[0]?.why).toContain('2 places')
    expect(checks.find(({ id }) => id === 'placeholders')?.evidence).toHaveLength(2)
  })
})

it('takes no time over what never ends', () => {
  const started = performance.now()
  const summary = ['a', '1', '.', 'a.', '“', ' '].map((sign) => `x${sign.repeat(20_000)}y`).join('\n')
  expect(found('demo-copy', 'A short text.', { summary })).toEqual([])
  expect(performance.now() - started).toBeLessThan(5_000)
})

it.each([
  ['Write to ada@example.com today.', ['ada@example.com']],
  ['See https://www.example.org/about for it.', ['https://www.example.org/about']],
])('an address for examples is found: %s', (text, quotes) => expect(found('demo-copy', text)).toEqual(quotes))
