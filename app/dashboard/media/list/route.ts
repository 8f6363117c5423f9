import { requireStaffOr401 } from '@/auth/guard'
import * as media from '@/db/media'

/** The images of the site by pages, the newest first; `after` is the cursor of the page before. */
export async function GET(request: Request) {
  await requireStaffOr401('write')
  return Response.json(await media.listImages({ after: new URL(request.url).searchParams.get('after') }))
}
