import { answer } from '@/documents/reading'
import { PINGBACK_PATH, WEBMENTION_PATH } from '@/domain/mentions/paths'
import { absolute } from '../../describe'

/** Says in the head of the answer where this page takes mentions (Webmention, 3.1.2; Pingback 1.0, 2.1). */
export function advertise(): void {
  answer.header('link', `<${absolute(WEBMENTION_PATH)}>; rel="webmention"`)
  answer.header('x-pingback', absolute(PINGBACK_PATH))
}

/** The same in the page. */
export const Receivers = () => (
  <>
    <link rel="webmention" href={absolute(WEBMENTION_PATH)} />
    <link rel="pingback" href={absolute(PINGBACK_PATH)} />
  </>
)
