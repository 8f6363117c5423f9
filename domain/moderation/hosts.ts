import { entriesOf } from './word-list'
import { urlOf } from '../url'

const HOST = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u

/** A list of hosts, ready to be asked; a line may also be an address. */
export function compileHosts(source: string): { hosts: Set<string>; unusable: string[] } {
  const hosts = new Set<string>()
  const unusable: string[] = []
  for (const entry of entriesOf(source)) {
    const host = nameOf(entry.toLowerCase())
    if (host === null) unusable.push(entry)
    else hosts.add(host)
  }
  return { hosts, unusable }
}

function nameOf(entry: string): string | null {
  const typed = entry
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^(\*\.|www\.)/, '')
    .replace(/[/:?].*$/, '')
  // as links have it: other letters than ASCII are spelled in it
  return HOST.test(typed) ? (urlOf(`https://${typed}`)?.hostname ?? null) : null
}

/** Whether a host is one of a list, or lies beneath one: `example.com` covers `shop.example.com`. */
export function listedHost(hosts: ReadonlySet<string>, host: string): string | null {
  for (let name = host; name.includes('.'); name = name.slice(name.indexOf('.') + 1))
    if (hosts.has(name)) return name
  return null
}
