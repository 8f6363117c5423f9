import { Slip } from '@/components/readers/slip'
import { WEBMENTION_PATH } from '@/domain/mentions/paths'

/** What people find where programs send pingbacks. */
export function AboutPingback() {
  return (
    <Slip
      title="Pingback"
      lede={
        <>
          Programs call <code>pingback.ping</code> here when a page of theirs links to one of our articles. If
          your site does not, you can <a href={WEBMENTION_PATH}>tell us of your page yourself</a>.
        </>
      }
    />
  )
}
