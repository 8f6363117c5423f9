export const commentsInWords = (count: number) => (count === 1 ? '1 comment' : `${count} comments`)

export const mentionsInWords = (count: number) => (count === 1 ? '1 mention' : `${count} mentions`)

/** `3 comments`, and ` · 1 mention` where there are any: two counts that are never added up. */
export const countsInWords = ({ comments, mentions }: { comments: number; mentions: number }) =>
  mentions === 0 ? commentsInWords(comments) : `${commentsInWords(comments)} · ${mentionsInWords(mentions)}`
