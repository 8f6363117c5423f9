import { commentUrl } from '@/components/feeds/comment-item'
import { contentOf, plainImage } from '@/components/feeds/content'
import { scoreJson } from '@/components/feeds/score'
import type { ArticleCard, ArticleView } from '@/db/articles'
import type { CommentView } from '@/db/comment-views'
import type { ElsewhereView } from '@/db/mentions-elsewhere'
import type { ImageView } from '@/db/media'
import type { ColleagueView, PersonView } from '@/db/people'
import type { ScoreView } from '@/db/scores'
import type { TopicView } from '@/db/topics'
import { articlePath } from '@/domain/articles'
import { formatDate, toIso } from '@/domain/dates'
import { discussionSentence, inWords } from '@/domain/discussion/sentence'
import type { DiscussionState } from '@/domain/discussion/state'

// The public shapes: programs hold on to these names, so nothing of a view passes through unnamed.

const isoOrNull = (instant: Date | null) => instant && toIso(instant)

/** Where addresses begin, and where the dates of a sentence are dates. */
export type Place = { origin: URL; timeZone: string }

const discussionJson = (discussion: DiscussionState, timeZone: string) => ({
  state: discussion.state,
  reason: discussion.reason,
  closesAt: isoOrNull(discussion.closesAt),
  closedAt: isoOrNull(discussion.closedAt),
  reopensAt: isoOrNull(discussion.reopensAt),
  takes: discussion.takes,
  sentence: inWords(discussionSentence(discussion), (instant) => formatDate(instant, timeZone)),
})

function imageJson(image: ImageView, origin: URL) {
  const { src, width, height, alt, credit } = plainImage(image)
  return { url: new URL(src, origin).href, width, height, alt, credit }
}

const personJson = ({ slug, name, title }: PersonView, origin: URL) => ({
  slug,
  name,
  title,
  url: new URL(`/authors/${slug}`, origin).href,
})

// only who wrote something public has a page
const colleagueJson = (colleague: ColleagueView, origin: URL) => ({
  ...personJson(colleague, origin),
  ...(!colleague.isAuthor && { url: null }),
})

const topicJson = ({ slug, name }: TopicView, origin: URL) => ({
  slug,
  name,
  url: new URL(`/topics/${slug}`, origin).href,
})

/** null while the score of what readers have is not known for certain. */
type Scored = { score: ScoreView | null }

/** An article as the lists show it. */
export const articleJson = (article: ArticleCard & Scored, { origin, timeZone }: Place) => ({
  slug: article.slug,
  url: new URL(articlePath(article.slug), origin).href,
  title: article.title,
  summary: article.summary,
  publishedAt: toIso(article.publishAt),
  wordCount: article.wordCount,
  authors: article.people.map((person) => personJson(person, origin)),
  topic: article.topic && topicJson(article.topic, origin),
  leadImage: article.leadImage && imageJson(article.leadImage, origin),
  discussion: discussionJson(article.discussion, timeZone),
  counts: article.counts,
  score: article.score && scoreJson(article.score),
})

const elsewhereJson = (mention: ElsewhereView) => ({
  kind: mention.kind,
  url: mention.source,
  title: mention.title,
  author: mention.authorName ? { name: mention.authorName, url: mention.authorUrl || null } : null,
  publishedAt: toIso(mention.publishedAt ?? mention.receivedAt),
  quote: mention.excerpt,
})

/** An article as its own page shows it. */
export const wholeArticleJson = (article: ArticleView, { origin, timeZone }: Place) => ({
  ...articleJson(article, { origin, timeZone }),
  description: article.description,
  revisedAt: isoOrNull(article.revisedAt),
  topics: article.topics.map((topic) => topicJson(topic, origin)),
  contentHtml: contentOf(article, origin),
  closingNote: article.closingNote && {
    name: article.closingNote.name,
    writtenAt: toIso(article.closingNote.writtenAt),
    html: article.closingNote.html,
  },
  mentions: [
    ...article.mentions.map(({ slug, title, publishAt, quote }) => ({
      kind: 'article',
      url: new URL(articlePath(slug), origin).href,
      title,
      author: null,
      publishedAt: toIso(publishAt),
      quote,
    })),
    ...[...article.elsewhere.replies, ...article.elsewhere.mentions].map(elsewhereJson),
  ],
})

/** A comment as its discussion shows it; a tombstone has neither name nor text. */
export const commentJson = (comment: CommentView, slug: string, origin: URL) => ({
  id: comment.id,
  parentId: comment.parentId,
  depth: comment.depth,
  url: commentUrl(slug, comment.id, origin).href,
  name: comment.name,
  website: comment.website,
  staff: comment.staff && colleagueJson(comment.staff, origin),
  afterClosing: comment.afterClosing,
  pinned: comment.pinned,
  highlighted: comment.highlighted,
  createdAt: toIso(comment.createdAt),
  writtenBefore: isoOrNull(comment.writtenBefore),
  passage: comment.passage && {
    exact: comment.passage.exact,
    prefix: comment.passage.prefix,
    suffix: comment.passage.suffix,
    start: comment.passage.start,
    isThere: comment.passage.isThere,
  },
  html: comment.html,
  tombstone: comment.tombstone,
})
