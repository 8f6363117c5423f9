import form from '@/components/discussion/form.module.css'
import { LIST_NAMES, type MailList } from '@/domain/mail/lists'
import { Slip } from './slip'
import styles from './slip.module.css'

type Act = (form: FormData) => Promise<void>
type Props = { kind: MailList['kind']; wanted: boolean; token: string; end: Act; begin: Act }

/** Behind the link at the end of a message: one button that ends such mail. */
export function Unsubscribe({ kind, wanted, token, end, begin }: Props) {
  const what = LIST_NAMES[kind]
  if (wanted)
    return (
      <Slip title="No more of these?" lede={`You receive mail about ${what}. One press ends it.`}>
        <Press token={token} action={end}>
          Stop this mail
        </Press>
      </Slip>
    )
  return (
    <Slip title="That mail has ended" lede={`You receive no more mail about ${what}.`}>
      {kind !== 'replies' && (
        <Press token={token} action={begin}>
          Send it to me again
        </Press>
      )}
    </Slip>
  )
}

function Press({ token, action, children }: { token: string; action: Act; children: string }) {
  return (
    <form action={action} className={styles.act}>
      <input type="hidden" name="token" value={token} />
      <button className={form.button} type="submit">
        {children}
      </button>
    </form>
  )
}
