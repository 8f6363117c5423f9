import { lookup } from 'node:dns/promises'
import { isAddress, isLoopbackAddress, isPublicAddress } from './addresses'

export type Address = { address: string; family: number }
export type Resolver = (host: string) => Promise<Address[]>

const bySystem: Resolver = (host) => lookup(host, { all: true })

/**
 * The addresses of a host, asked for once. null where it has none, or where a single one of them is not to be reached:
 * who mixes them wants to see which is taken.
 */
export async function resolveHost(
  host: string,
  { allowsLoopback, resolver = bySystem }: { allowsLoopback: boolean; resolver?: Resolver },
): Promise<Address[] | null> {
  const bare = host.replace(/^\[|\]$/g, '')
  const found = isAddress(bare)
    ? [{ address: bare, family: bare.includes(':') ? 6 : 4 }]
    : await resolver(bare)
  const isFree = ({ address }: Address) =>
    isPublicAddress(address) || (allowsLoopback && isLoopbackAddress(address))
  return found.length > 0 && found.every(isFree) ? found : null
}
