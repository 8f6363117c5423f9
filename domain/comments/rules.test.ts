import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { DISCUSSION_MODES } from '@/domain/discussion/choices'
import { type Findings, NOTHING_FOUND } from '@/domain/moderation/findings'
import { judge, secondsUntilFree, type Submission, type Verdict } from './rules'

const welcome: Submission = {
  staff: false,
  mode: 'open',
  trust: 'typed',
  admitted: true,
  parentStands: true,
  impersonates: false,
  repeated: false,
  waitSeconds: 0,
  trapped: false,
  findings: NOTHING_FOUND,
  holdFromLinks: 3,
  learns: true,
  checked: 'off',
  asksAkismet: false,
}

const found = (findings: Partial<Findings>) => ({ findings: { ...NOTHING_FOUND, ...findings } })
const published = { kind: 'stored', state: 'published', reasons: [] }

describe('a comment is', () => {
  test.each<[string, Partial<Submission>, object]>([
    ['published where nothing holds it', {}, published],
    ['refused where comments are closed', { admitted: false }, { kind: 'refused', reason: 'closed' }],
    ['published for staff where comments are closed', { staff: true, admitted: false }, published],
    ['refused under a comment that is gone', { parentStands: false }, { kind: 'refused', reason: 'parent' }],
    [
      'refused for staff too under a comment that is gone',
      { staff: true, parentStands: false },
      { kind: 'refused', reason: 'parent' },
    ],
    [
      'refused under a name that could be taken for staff',
      { impersonates: true },
      { kind: 'refused', reason: 'name' },
    ],
    ['published for staff under their own name', { staff: true, impersonates: true }, published],
    ['refused the second time', { repeated: true }, { kind: 'refused', reason: 'duplicate' }],
    [
      'refused for a while where too many came',
      { waitSeconds: 12 },
      { kind: 'refused', reason: 'too-fast', retryAfterSeconds: 12 },
    ],
    [
      'called a duplicate before it is called too fast: waiting would not help',
      { repeated: true, waitSeconds: 12 },
      { kind: 'refused', reason: 'duplicate' },
    ],
    ['published for staff however fast', { staff: true, waitSeconds: 12 }, published],
    [
      'kept as spam where a hidden field was filled in',
      { trapped: true, mode: 'hold-all' },
      { kind: 'stored', state: 'spam', reasons: [{ rule: 'trap', detail: '' }] },
    ],
    [
      'held where authors are held first: a typed address is no proof',
      { mode: 'hold-first' },
      { kind: 'stored', state: 'held', reasons: [{ rule: 'mode', detail: 'hold-first' }] },
    ],
    [
      'held where all are held',
      { mode: 'hold-all' },
      { kind: 'stored', state: 'held', reasons: [{ rule: 'mode', detail: 'hold-all' }] },
    ],
    [
      'held where only confirmed authors publish at once',
      { mode: 'confirmed' },
      { kind: 'stored', state: 'held', reasons: [{ rule: 'mode', detail: 'confirmed' }] },
    ],
    [
      'kept as spam from somebody who is banned',
      { ...found({ ban: 'eve@example.com', holdWord: 'x' }), mode: 'hold-all' },
      { kind: 'stored', state: 'spam', reasons: [{ rule: 'ban', detail: 'eve@example.com' }] },
    ],
    [
      'kept as spam with a word of spam',
      found({ spamWord: 'casino', holdWord: 'bonus' }),
      { kind: 'stored', state: 'spam', reasons: [{ rule: 'spam-words', detail: 'casino' }] },
    ],
    [
      'kept as spam with a link to a blocked host',
      found({ spamHost: 'spam.example' }),
      { kind: 'stored', state: 'spam', reasons: [{ rule: 'spam-hosts', detail: 'spam.example' }] },
    ],
    [
      'held where it reads like spam',
      found({ suspicion: '98 %: casino' }),
      { kind: 'stored', state: 'held', reasons: [{ rule: 'learned', detail: '98 %: casino' }] },
    ],
    [
      'published from an author whom readers know',
      { ...found({ suspicion: '98 %: casino' }), trust: 'known' },
      published,
    ],
    [
      'published where the site goes by no learning',
      { ...found({ suspicion: '98 %: casino' }), learns: false },
      published,
    ],
    ['published where its browser did the work', { checked: 'passed' }, published],
    [
      'published from a known author whatever their browser does',
      { checked: 'missing', trust: 'known' },
      published,
    ],
    ...(['missing', 'spent', 'hasty'] as const).map((checked): [string, Partial<Submission>, object] => [
      `held where the work of its browser is ${checked}`,
      { checked },
      { kind: 'stored', state: 'held', reasons: [{ rule: 'check', detail: checked }] },
    ]),
    ['published below the limit of links', found({ links: 2 }), published],
    [
      'held from that number of links on',
      found({ links: 3 }),
      { kind: 'stored', state: 'held', reasons: [{ rule: 'links', detail: '3' }] },
    ],
    [
      'published with many links where nothing limits them',
      { ...found({ links: 90 }), holdFromLinks: 0 },
      published,
    ],
    [
      'held for every reason there is',
      { ...found({ holdWord: 'bonus', links: 4 }), mode: 'hold-all' },
      {
        kind: 'stored',
        state: 'held',
        reasons: [
          { rule: 'words', detail: 'bonus' },
          { rule: 'links', detail: '4' },
          { rule: 'mode', detail: 'hold-all' },
        ],
      },
    ],
    [
      'published for staff whatever is in it',
      { ...found({ ban: '', spamWord: 'casino', links: 9 }), staff: true },
      published,
    ],
    [
      'held until Akismet was asked',
      { asksAkismet: true, trust: 'confirmed' },
      { kind: 'stored', state: 'held', reasons: [{ rule: 'akismet', detail: 'waiting' }] },
    ],
    ['not asked about where readers know its author', { asksAkismet: true, trust: 'known' }, published],
    ['not asked about where staff wrote it', { asksAkismet: true, staff: true }, published],
    [
      'not asked about where a moderator reads it anyway',
      { ...found({ links: 4 }), asksAkismet: true },
      { kind: 'stored', state: 'held', reasons: [{ rule: 'links', detail: '4' }] },
    ],
    ['published for staff where all are held', { staff: true, mode: 'hold-all' }, published],
  ])('%s', (_what, changes, verdict) => {
    expect(judge({ ...welcome, ...changes })).toEqual(verdict)
  })
})

describe('the wait is honest', () => {
  const now = new Date('2024-03-24T12:00:00Z')
  const ago = (ms: number) => new Date(now.getTime() - ms)

  test.each([
    ['nobody in the way', null, 0],
    ['just now', ago(0), 60],
    ['a millisecond ago', ago(1), 60],
    ['half a minute ago', ago(30_000), 30],
    ['in the last millisecond of the window', ago(59_999), 1],
    ['as it leaves the window', ago(60_000), 0],
  ])('%s', (_when, oldest, seconds) => {
    expect(secondsUntilFree(oldest, now)).toBe(seconds)
  })

  it('who waits that long gets in', () => {
    const oldest = ago(17_345)
    const later = new Date(now.getTime() + secondsUntilFree(oldest, now) * 1000)
    expect(secondsUntilFree(oldest, later)).toBe(0)
  })
})

describe('whatever is known of a comment', () => {
  const some = fc.option(fc.constantFrom('a', 'b'), { nil: null })
  const submission: fc.Arbitrary<Submission> = fc.record({
    staff: fc.boolean(),
    mode: fc.constantFrom(...DISCUSSION_MODES),
    trust: fc.constantFrom('typed', 'confirmed', 'known'),
    admitted: fc.boolean(),
    parentStands: fc.boolean(),
    impersonates: fc.boolean(),
    repeated: fc.boolean(),
    waitSeconds: fc.constantFrom(0, 12),
    trapped: fc.boolean(),
    findings: fc.record({
      ban: some,
      spamWord: some,
      spamHost: some,
      holdWord: some,
      links: fc.nat(5),
      suspicion: some,
    }),
    holdFromLinks: fc.nat(3),
    learns: fc.boolean(),
    checked: fc.constantFrom('off', 'passed', 'hasty', 'missing', 'spent'),
    asksAkismet: fc.boolean(),
  })
  const severity = (verdict: Verdict) =>
    verdict.kind === 'refused' ? 3 : { published: 0, held: 1, spam: 2 }[verdict.state]

  it('is put aside for a reason, and published for none', () => {
    fc.assert(
      fc.property(submission, (each) => {
        const verdict = judge(each)
        if (verdict.kind === 'stored') expect(verdict.reasons.length > 0).toBe(verdict.state !== 'published')
      }),
    )
  })

  it('nothing that is found in it makes it more welcome', () => {
    fc.assert(
      fc.property(submission, (each) => {
        const clean = { ...each, findings: NOTHING_FOUND, trapped: false, checked: 'passed' } as const
        expect(severity(judge(each))).toBeGreaterThanOrEqual(severity(judge(clean)))
      }),
    )
  })

  it('what holds it refuses nothing: a guest is refused for the state of the discussion and for limits alone', () => {
    fc.assert(
      fc.property(submission, (each) => {
        const welcome = {
          ...each,
          admitted: true,
          parentStands: true,
          impersonates: false,
          repeated: false,
          waitSeconds: 0,
        }
        expect(judge(welcome).kind).toBe('stored')
      }),
    )
  })

  it('staff are never put aside', () => {
    fc.assert(
      fc.property(submission, (each) => {
        const verdict = judge({ ...each, staff: true })
        expect(verdict.kind === 'refused' || verdict.state === 'published').toBe(true)
      }),
    )
  })
})
