import { db } from '@/db/client'
import * as editing from '@/db/editing'
import { documentOf, draftOf, makePublished, makeStaff } from '@/db/fixtures'
import * as publishing from '@/db/publishing'
import { outgoingMentions } from '@/db/schema/outgoing'
import { html, startPeer, status } from './peer-fixture'
import { sendMentions } from './send'

export const now = new Date('2026-03-01T12:00:00Z')
const site = { siteUrl: new URL('http://127.0.0.1:3000'), allowsLoopback: true }

export const send = () => sendMentions(site)

export const linking = (...targets: string[]) =>
  documentOf('Some words.', ...targets.map((to): [string, string] => ['here', to]))

export const sourceOf = (slug: string) => `${site.siteUrl.origin}/articles/${slug}`

export const listRows = () => db().select().from(outgoingMentions)

export const rowOf = async (target: string) => (await listRows()).find((row) => row.target === target)

/** A writer who links to a peer. */
export async function startTelling() {
  const owner = await makeStaff('owner')
  const peer = await startPeer()
  let count = 0
  return {
    owner,
    peer,
    /** A page of the peer that wants to hear at an endpoint of its own. */
    takes: (...answer: Parameters<typeof status>) => {
      const n = ++count
      peer.answers[`/page${n}`] = html(`<link rel=webmention href="/wm${n}">`)
      peer.answers[`/wm${n}`] = status(...answer)
      return { target: `${peer.origin}/page${n}`, endpoint: `/wm${n}` }
    },
    publish: (...targets: string[]) => makePublished(owner, now, { document: linking(...targets) }),
    revise: async (id: number, ...targets: string[]) => {
      await editing.saveDraft(owner, id, await draftOf(id, { document: linking(...targets) }), now)
      await publishing.publish(owner, id, {}, now)
    },
  }
}
