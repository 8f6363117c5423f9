import type { IncomingHttpHeaders } from 'node:http'

/**
 * A form as its page's action would get it, without Next's router in between. Answers with the address that it leads to
 * and what the browser is to remember; null where it was not taken: then it goes to its page, which says why and gives
 * back what was typed.
 */
export type Shortcut = (form: FormData, headers: IncomingHttpHeaders) => Promise<Led | null>
type Led = { location: string; cookie: string }

/** The same for what programs post to an address: as its route would get it, and answer it. */
export type Receiver = (posted: Request, headers: IncomingHttpHeaders) => Promise<Response>

// the pages are a module graph of their own, and meet the server on the global object
const SHORTCUTS = Symbol.for('masthead.shortcuts')
const RECEIVERS = Symbol.for('masthead.receivers')
const shared = globalThis as typeof globalThis & {
  [SHORTCUTS]?: Map<string, Shortcut>
  [RECEIVERS]?: Map<string, Receiver>
}

/** Offers a way in for forms whose field `form` says this name; the server knows it once their page was rendered. */
export function offer(name: string, shortcut: Shortcut): void {
  const known = (shared[SHORTCUTS] ??= new Map<string, Shortcut>())
  known.set(name, shortcut)
}

/** Takes a posted form by its shortcut, where it has one: Next's way to the action costs more than all its checks. */
export async function takeShortcut(body: Buffer, headers: IncomingHttpHeaders): Promise<Led | null> {
  const form = shared[SHORTCUTS] && (await readForm(body, headers['content-type']))
  const name = form?.get('form')
  const shortcut = typeof name === 'string' ? shared[SHORTCUTS]?.get(name) : undefined
  return form && shortcut ? shortcut(form, headers) : null
}

/** Offers a way in for what programs post to a path; the server knows it from the first post on. */
export function offerAt(path: string, receiver: Receiver): void {
  const known = (shared[RECEIVERS] ??= new Map<string, Receiver>())
  known.set(path, receiver)
}

/** Has a program's post answered without Next; null where nobody offered that yet. */
export async function receiveAt(
  path: string,
  body: Buffer,
  headers: IncomingHttpHeaders,
): Promise<Response | null> {
  const receiver = shared[RECEIVERS]?.get(path)
  if (!receiver) return null
  const posted = {
    method: 'POST',
    headers: { 'content-type': headers['content-type'] ?? '' },
    body: new Uint8Array(body),
  }
  return receiver(new Request(new URL(path, 'http://masthead.invalid'), posted), headers)
}

/** A posted form; null where the body is none. */
export async function readForm(body: Buffer, contentType: string | undefined): Promise<FormData | null> {
  if (!contentType) return null
  const headers = { 'content-type': contentType }
  return new Response(new Uint8Array(body), { headers }).formData().catch(() => null)
}
