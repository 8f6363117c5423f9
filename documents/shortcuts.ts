import type { IncomingHttpHeaders } from 'node:http'

/**
 * A form as its page's action would get it, without Next's router in between. Answers with the address that it leads to
 * and what the browser is to remember; null where it was not taken: then it goes to its page, which says why and gives
 * back what was typed.
 */
export type Shortcut = (form: FormData, headers: IncomingHttpHeaders) => Promise<Led | null>
type Led = { location: string; cookie: string }

// the pages are a module graph of their own, and meet the server on the global object
const SHORTCUTS = Symbol.for('masthead.shortcuts')
const shared = globalThis as typeof globalThis & { [SHORTCUTS]?: Map<string, Shortcut> }

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

/** A posted form; null where the body is none. */
export async function readForm(body: Buffer, contentType: string | undefined): Promise<FormData | null> {
  if (!contentType) return null
  const headers = { 'content-type': contentType }
  return new Response(new Uint8Array(body), { headers }).formData().catch(() => null)
}
