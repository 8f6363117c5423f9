import { Resolver as DnsResolver } from 'node:dns/promises'
import { isAddress, isLoopbackAddress, isLoopbackHost, isPublicAddress } from './addresses'

export type Address = { address: string; family: number }
/** The addresses of a name; empty where it has none. */
export type Resolver = (host: string) => Promise<Address[]>

const NOBODY = ['ENOTFOUND', 'ENODATA']
const isNobody = (error: unknown) =>
  error instanceof Error && 'code' in error && NOBODY.includes(String(error.code))

/**
 * Asks name servers alone, those of the system where none are given: no file of hosts, no domain to search in, and
 * none of the threads that files and passwords need.
 */
export const byServers =
  (servers?: string[]): Resolver =>
  async (host) => {
    // each time anew: the system's servers may have changed
    const dns = new DnsResolver({ timeout: 2_000, tries: 2 })
    if (servers) dns.setServers(servers)
    const asked = await Promise.allSettled([dns.resolve4(host), dns.resolve6(host)])
    const found = asked.flatMap((answer, index) =>
      answer.status === 'rejected'
        ? []
        : answer.value.map((address) => ({ address, family: index === 0 ? 4 : 6 })),
    )
    for (const answer of asked)
      if (found.length === 0 && answer.status === 'rejected' && !isNobody(answer.reason))
        throw new Error(`The name ${host} could not be looked up`, { cause: answer.reason })
    return found
  }

const HERE: Address[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
]

/**
 * The addresses of a host, asked for once; `none` where nobody has that name, `refused` where a single one of them is
 * not to be reached: who mixes them wants to see which is taken.
 */
export async function resolveHost(
  host: string,
  { allowsLoopback, resolver = byServers() }: { allowsLoopback: boolean; resolver?: Resolver | undefined },
): Promise<Address[] | 'none' | 'refused'> {
  const bare = host.replace(/^\[|\]$/g, '')
  const found = isAddress(bare)
    ? [{ address: bare, family: bare.includes(':') ? 6 : 4 }]
    : isLoopbackHost(bare)
      ? HERE
      : await resolver(bare)
  const isFree = ({ address }: Address) =>
    isPublicAddress(address) || (allowsLoopback && isLoopbackAddress(address))
  if (found.length === 0) return 'none'
  return found.every(isFree) ? found : 'refused'
}
