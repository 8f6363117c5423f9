import { Dated } from '@/components/ui/dated'
import type { OwnComment } from '@/db/comments'
import { commentPath } from '@/domain/comments/paths'
import { waitsForTrust } from '@/domain/comments/trust'

type Props = { own: OwnComment; timeZone: string; sendsMail: boolean }

/** What became of a comment and why, in plain words. */
export function Became({ own, timeZone, sendsMail }: Props) {
  const { state, decidedAt, withdrawnAt, comment, article } = own
  if (withdrawnAt)
    return (
      <>
        You took it back on <Dated at={withdrawnAt} timeZone={timeZone} />. Nobody sees it in the discussion
        any more.
      </>
    )
  if (!article) return 'The article is not public at the moment, and neither are its comments.'
  if (state === 'published')
    return (
      <>
        Everybody can read it <a href={commentPath(article.slug, comment.id)}>in the discussion</a>.
      </>
    )
  // a comment that only a rule put aside reads as held, so that machines learn nothing
  if (state === 'held' || decidedAt === null) return <Waits own={own} sendsMail={sendsMail} />
  return (
    <>
      An editor decided on <Dated at={decidedAt} timeZone={timeZone} /> not to publish it. Nobody else sees
      it.
    </>
  )
}

function Waits({ own: { asked, reasons, email }, sendsMail }: Pick<Props, 'own' | 'sendsMail'>) {
  if (!waitsForTrust(reasons) || asked.address !== 'mailed' || !sendsMail)
    return 'An editor reads every comment of a guest before it appears. Nobody else sees it until then.'
  if (reasons.some(({ detail }) => detail === 'confirmed'))
    return (
      <>
        We have sent a link to <b>{email}</b>. Open it and press the button there: then your comment appears.
      </>
    )
  return (
    <>
      An editor reads the first comment of a guest before it appears. We have sent a link to <b>{email}</b>:
      confirm your address behind it, and your next comments appear at once.
    </>
  )
}
