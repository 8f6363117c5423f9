import form from '@/components/discussion/form.module.css'
import turn from '@/components/discussion/turn.module.css'
import layout from '@/components/ui/layout.module.css'
import type { ConfirmationView } from '@/db/confirmations'
import { articlePath } from '@/domain/articles'
import { Slip } from './slip'
import styles from './slip.module.css'

type Props = {
  email: string
  state: ConfirmationView['state']
  comment: ConfirmationView['comment']
  token: string
  action: (form: FormData) => Promise<void>
}

/** Behind the link in the mail: what was written under the address, and the button that says it was them. */
export function ConfirmAddress({ email, state, comment, token, action }: Props) {
  const { article } = comment
  const said = (
    <article className={styles.said} aria-label="The comment">
      <p className={layout.small}>
        <bdi>{comment.name}</bdi> on{' '}
        {article.slug ? <a href={articlePath(article.slug)}>{article.title}</a> : article.title}
      </p>
      {/* sanitised when it was rendered, by domain/comments/markdown.ts */}
      <div className={turn.words} dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
    </article>
  )
  if (state === 'used')
    return (
      <Slip
        title="Your address is confirmed"
        lede="This comment is known to be yours. Where it does not stand in the discussion yet, an editor reads it first."
      >
        {said}
      </Slip>
    )
  if (state === 'over')
    return (
      <Slip
        title="This link no longer works"
        lede="It was good for two days. Post your comment once more, or ask for a new link on the page of your comment."
      />
    )
  return (
    <Slip
      title="Is this yours?"
      lede={
        <>
          This comment was written under the address <b>{email}</b>. If it is yours, say so: then it counts as
          written by somebody who is known, and so do your next ones in this browser.
        </>
      }
    >
      {said}
      <form action={action} className={styles.act}>
        <input type="hidden" name="token" value={token} />
        <button className={form.button} type="submit">
          Yes, I wrote this
        </button>
        <p className={layout.small}>If you did not, close this page: nothing is confirmed.</p>
      </form>
    </Slip>
  )
}
