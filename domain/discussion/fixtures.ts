import fc from 'fast-check'
import { ARTICLE_STATES } from '@/domain/articles'
import { DISCUSSION_CHOICES, DISCUSSION_CLOCKS, TAKINGS, THREAD_TAKINGS } from './choices'
import type { ClosingPolicy, DiscussionFacts } from './state'

export const published = new Date('2024-03-24T16:00:00Z')
export const after = (instant: Date, ms: number) => new Date(instant.getTime() + ms)

/** A public article that follows the site; facts may be changed. */
export const article = (facts: Partial<DiscussionFacts> = {}): DiscussionFacts => ({
  state: 'published',
  publishAt: published,
  discussion: 'inherit',
  discussionClosesAt: null,
  discussionCloseAfterDays: null,
  discussionReopensAt: null,
  discussionChangedAt: null,
  discussionThreads: null,
  discussionReplies: null,
  discussionMentions: null,
  renewedAt: null,
  lastCommentAt: null,
  ...facts,
})

/** A site that closes after so many days. */
export const days = (closeAfterDays: number, more: Partial<ClosingPolicy> = {}): ClosingPolicy => ({
  closeAfterDays,
  clock: 'published',
  threads: 'while-open',
  replies: 'while-open',
  mentions: 'while-open',
  ...more,
})

const nullable = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })

/** Any article whose instants are some of these. */
export const anyArticle = (instant: fc.Arbitrary<Date>, ageInDays: fc.Arbitrary<number>) =>
  fc.record<DiscussionFacts>({
    state: fc.constantFrom(...ARTICLE_STATES),
    publishAt: nullable(instant),
    discussion: fc.constantFrom(...DISCUSSION_CHOICES),
    discussionClosesAt: nullable(instant),
    discussionCloseAfterDays: nullable(ageInDays),
    discussionReopensAt: nullable(instant),
    discussionChangedAt: nullable(instant),
    discussionThreads: nullable(fc.constantFrom(...THREAD_TAKINGS)),
    discussionReplies: nullable(fc.constantFrom(...TAKINGS)),
    discussionMentions: nullable(fc.constantFrom(...TAKINGS)),
    renewedAt: nullable(instant),
    lastCommentAt: nullable(instant),
  })

export const anyPolicy = (ageInDays: fc.Arbitrary<number>) =>
  fc.record<ClosingPolicy>({
    closeAfterDays: ageInDays,
    clock: fc.constantFrom(...DISCUSSION_CLOCKS),
    threads: fc.constantFrom(...THREAD_TAKINGS),
    replies: fc.constantFrom(...TAKINGS),
    mentions: fc.constantFrom(...TAKINGS),
  })
