import { Parser } from 'htmlparser2'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replace(/[&<>]/g, (character) => ESCAPES[character] ?? '')

/** What is posted to say that `source` links to `target` (Pingback 1.0, section 3). */
export const pingbackCall = (source: string, target: string): string =>
  `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params>${[source, target]
    .map((address) => `<param><value><string>${escaped(address)}</string></value></param>`)
    .join('')}</params></methodCall>`

/** What was answered: taken, or the code of a fault (0 is one too); null for what is no answer at all. */
export function pingbackAnswer(xml: string): { fault: number | null } | null {
  const path: string[] = []
  let member = ''
  let text = ''
  let code: number | undefined
  let isTaken = false
  const parser = new Parser(
    {
      onopentag(name) {
        path.push(name)
        text = ''
        if (path.join('/') === 'methodResponse/params/param') isTaken = true
      },
      ontext: (part) => void (text += part),
      onclosetag(name) {
        if (path[1] === 'fault') {
          if (name === 'name') member = text.trim()
          if ((name === 'int' || name === 'i4') && member === 'faultCode') code = Number(text)
        }
        path.pop()
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  if (code !== undefined) return { fault: code }
  return isTaken ? { fault: null } : null
}
