import form from '@/components/discussion/form.module.css'
import { Dated } from '@/components/ui/dated'
import layout from '@/components/ui/layout.module.css'
import type { Kept } from '@/db/personal-data'
import { exportPath } from '@/domain/mail/paths'
import { Slip } from './slip'
import styles from './slip.module.css'

type Props = {
  email: string
  kept: Kept
  token: string
  timeZone: string
  erase: (form: FormData) => Promise<void>
}

const many = (count: number, one: string, more: string) =>
  count === 0 ? `no ${one}` : `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`

/** Behind the mailed link: what is kept of an address, and what its owner can do about it. */
export function YourData({ email, kept, token, timeZone, erase }: Props) {
  const { comments, confirmedAt, browsers, followed } = kept
  return (
    <Slip
      title="Your data"
      lede={
        <>
          Under <b>{email}</b> we keep {many(comments, 'comment', 'comments')}
          {confirmedAt ? (
            <>
              . The address was last confirmed on <Dated at={confirmedAt} timeZone={timeZone} />, is
              remembered in {many(browsers, 'browser', 'browsers')}, and{' '}
              {many(followed, 'comment', 'comments')} of yours {followed === 1 ? 'is' : 'are'} followed by
              mail.
            </>
          ) : (
            '. The address was never confirmed.'
          )}
        </>
      }
    >
      <div className={styles.folds}>
        <details className={styles.fold} open>
          <summary>Take a copy</summary>
          <form action={exportPath(token)} method="post">
            <p>A file with every comment, its earlier versions, and what was mailed to you.</p>
            <button className={form.button} type="submit">
              Download
            </button>
          </form>
        </details>
        <details className={styles.fold}>
          <summary>Erase everything</summary>
          <form action={erase}>
            <input type="hidden" name="token" value={token} />
            <p>
              Your comments lose their name, address and text for good; where somebody answered, an empty
              place stays. Mail ends, and no browser is remembered. It cannot be taken back.
            </p>
            <button className={form.button} type="submit">
              Erase all of it
            </button>
            <p className={layout.small}>Copies that the site makes for safety are overwritten in time.</p>
          </form>
        </details>
      </div>
    </Slip>
  )
}

/** The link is over, or did what it was for. */
export function DataErased() {
  return (
    <Slip
      title="Nothing behind this link"
      lede={
        <>
          What was kept of the address has been erased, or the link was more than two days old. You can{' '}
          <a href="/your-data">ask for a new one</a>.
        </>
      }
    />
  )
}

/** Without mail nobody can show that an address is theirs. */
export function NoMail({ email }: { email: string }) {
  return (
    <Slip
      title="Your data"
      lede={
        <>
          What is kept of an address is shown to whoever can open its mailbox, and this site sends no mail
          yet.
          {email && (
            <>
              {' '}
              Until it does, <a href={`mailto:${email}`}>write to the editors</a>.
            </>
          )}
        </>
      }
    />
  )
}
