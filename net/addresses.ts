import ipaddr from 'ipaddr.js'

// every address that the public internet routes begins with 001
const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3')

/** What a cloud answers its own machines with, on an address that looks like any other. */
const METADATA = ['168.63.129.16']

/** An address in the digits that stand for no other, without brackets; null where it is none. */
function parsed(address: string) {
  const bare = address.replace(/^\[|\]$/g, '')
  // what other programs read as octal or as one long number, this one does not know at all
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare)
  return ipaddr.IPv6.isValid(bare) && !bare.includes('%') ? ipaddr.IPv6.parse(bare) : null
}

export const isAddress = (host: string): boolean => parsed(host) !== null

/**
 * Whether an address is one of the public internet. What carries another address in itself (IPv4-mapped, NAT64, 6to4,
 * Teredo, ISATAP) is not, whatever it carries.
 */
export function isPublicAddress(address: string): boolean {
  const ip = parsed(address)
  if (ip === null || ip.range() !== 'unicast') return false
  if (ip instanceof ipaddr.IPv4) return !METADATA.includes(ip.toString())
  const isIsatap = ip.parts[5] === 0x5efe && ((ip.parts[4] ?? 0) & ~0x0200) === 0
  return ip.match(GLOBAL_V6) && !isIsatap
}

/** What belongs to one customer of a network: an address of IPv4, the first half of one of IPv6. */
export function customerOf(address: string): string {
  const ip = parsed(address)
  return ip instanceof ipaddr.IPv6 ? ip.parts.slice(0, 4).join(':') : address
}

export const isLoopbackAddress = (address: string): boolean => parsed(address)?.range() === 'loopback'

/** Whether a host, as an address on the web has it, is this machine by its very name. */
export const isLoopbackHost = (host: string): boolean => host === 'localhost' || isLoopbackAddress(host)
