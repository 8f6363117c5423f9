import type { ServerResponse } from 'node:http'
import { makePublished, makeStaff } from '@/db/fixtures'
import { getMention } from '@/db/mention-fixtures'
import { receive, type Received } from '@/db/mention-intake'
import * as settings from '@/db/settings'
import { systemActor } from '@/domain/actor'
import { readPair } from '@/domain/mentions/pair'
import { startPeer } from './peer-fixture'
import { readHere, verifyMention } from './verify'

export const site = new URL('http://127.0.0.1:1/')
const tools = { site: { siteUrl: site, allowsLoopback: true }, read: readHere, maxMs: 1_000 }
const begun = new Date('2026-06-01T12:00:00Z')

type Body = string | ((response: ServerResponse) => void)

/** A site that takes every mention, and a peer whose pages say what a test has them say. */
export async function startReceiving() {
  const owner = await makeStaff('owner')
  const peer = await startPeer()
  await settings.set(systemActor('test'), { 'discussion.mentionMode': 'open' }, begun)
  let clock = begun.getTime()
  let pages = 0
  /** A later instant each time: limits are tried elsewhere. */
  const later = (ms = 60_000) => new Date((clock += ms))

  async function send(source: string, target: string, now = later()): Promise<Received> {
    const read = readPair({ source, target }, site)
    if (read.kind === 'refused') throw new Error(read.problem)
    return receive({ ...read.pair, protocol: 'webmention', addressHash: null }, now)
  }

  /** Has the worker look; `asked` is what was sent this time. */
  async function verify(id: number, now = later(), asked?: string) {
    await verifyMention({ mentionId: id, target: asked }, now, tools)
    return getMention(id)
  }

  return {
    owner,
    peer,
    later,
    send,
    verify,
    /** A page at an address of its own, or what one answers from now on; gives the address. */
    page: (body: Body, { type = 'text/html; charset=utf-8', path = `/page-${++pages}` } = {}): string => {
      peer.answers[path] =
        typeof body === 'function' ? body : (response) => response.setHeader('content-type', type).end(body)
      return `${peer.origin}${path}`
    },
    makeTarget: async () => {
      const article = await makePublished(owner, begun)
      return { ...article, address: new URL(`/articles/${article.slug}`, site).href }
    },
    /** Sends a mention and has the worker look; gives the row. */
    mention: async (source: string, target: string, now = later()) => {
      const sent = await send(source, target, now)
      if (sent.kind !== 'accepted') throw new Error(sent.reason)
      return verify(sent.id, now, target)
    },
  }
}
