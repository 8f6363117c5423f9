import { isNotNull } from 'drizzle-orm'
import type { Passage } from '@/domain/comments/quotes'
import type { CommentReason } from '@/domain/comments/reasons'
import type { CommentState } from '@/domain/comments/states'
import { flag, id, index, instant, integer, json, table, text, unique } from '../columns'
import { articles } from './articles'
import { people } from './people'

export const comments = table(
  'comments',
  {
    id: id('id'),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    parentId: integer('parent_id'),
    /** The first comment of its thread; null where this is it. */
    rootId: integer('root_id'),
    depth: integer('depth').notNull(),
    state: text('state').$type<CommentState>().notNull(),
    /** Published, or a tombstone above something shown. */
    shown: flag('shown').notNull(),
    /** Shown direct replies. */
    replyCount: integer('reply_count').notNull().default(0),
    /** Of a root: everything shown beneath it. */
    threadCount: integer('thread_count').notNull().default(0),
    /** The staff member who wrote it; null for guests. */
    personId: integer('person_id').references(() => people.id),
    /** The reader who wrote it under a confirmed address; null where the address was only typed. */
    readerId: integer('reader_id'),
    /** It was said while the discussion was closed, or by staff where it took nothing from others. */
    afterClosing: flag('after_closing').notNull().default(false),
    name: text('name').notNull(),
    email: text('email').notNull().default(''),
    website: text('website').notNull().default(''),
    reasons: json<CommentReason[]>('reasons').notNull(),
    /** What was being read. */
    revisionId: integer('revision_id'),
    /** What it quotes of that at its beginning. */
    passage: json<Passage>('passage'),
    secretHash: text('secret_hash'),
    repeatHash: text('repeat_hash'),
    addressHash: text('address_hash'),
    createdAt: instant('created_at').notNull(),
    decidedAt: instant('decided_at'),
    /** When staff put it at the head of its discussion; only what is published stands there. */
    pinnedAt: instant('pinned_at'),
    /** When staff called it one to read. */
    highlightedAt: instant('highlighted_at'),
    /** How often its author has changed it. */
    edits: integer('edits').notNull().default(0),
    editedAt: instant('edited_at'),
    /** When its author took it back. */
    withdrawnAt: instant('withdrawn_at'),
    renderedBy: integer('rendered_by').notNull(),
    source: text('source').notNull(),
    html: text('html').notNull(),
  },
  (t) => [
    index('comments_thread').on(t.articleId, t.rootId, t.shown, t.id),
    index('comments_replies').on(t.rootId, t.shown, t.id),
    index('comments_parent').on(t.parentId, t.shown, t.id),
    index('comments_queue').on(t.state, t.createdAt, t.id, t.articleId),
    index('comments_article_queue').on(t.articleId, t.state, t.createdAt, t.id),
    // few comments are pinned, and no other costs it anything
    index('comments_pinned').on(t.articleId, t.pinnedAt).where(isNotNull(t.pinnedAt)),
    index('comments_decided').on(t.decidedAt).where(isNotNull(t.decidedAt)),
    index('comments_article_time').on(t.articleId, t.createdAt),
    index('comments_address_time').on(t.addressHash, t.createdAt),
    index('comments_email').on(t.email, t.state, t.createdAt, t.id),
    index('comments_reader').on(t.readerId, t.state, t.createdAt, t.id),
    unique('comments_secret').on(t.secretHash),
    index('comments_repeat').on(t.articleId, t.repeatHash),
  ],
)

/** A last word of staff, shown at the head of a discussion while it is closed. */
export const closingNotes = table(
  'closing_notes',
  {
    id: id('id'),
    articleId: integer('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    personId: integer('person_id').references(() => people.id),
    /** The name at the time. */
    name: text('name').notNull(),
    writtenAt: instant('written_at').notNull(),
    renderedBy: integer('rendered_by').notNull(),
    source: text('source').notNull(),
    html: text('html').notNull(),
  },
  (t) => [unique('closing_notes_article').on(t.articleId)],
)
