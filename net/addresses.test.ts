import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAddress, isLoopbackAddress, isLoopbackHost, isPublicAddress } from './addresses'

/** As a link has it: whatever the spelling, the parser of addresses on the web leaves one. */
const inLink = (host: string) => new URL(`http://${host}/`).hostname

describe('of the public internet', () => {
  test.each(['8.8.8.8', '93.184.216.34', '172.15.255.255', '172.32.0.1', '2606:4700::1111', '2a01:4f8::1'])(
    '%s is one',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  test.each([
    ['this host', '0.0.0.0'],
    ['loopback', '127.0.0.1'],
    ['all of loopback', '127.255.255.254'],
    ['private', '10.1.2.3'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared by carriers', '100.64.0.1'],
    ['metadata', '100.100.100.200'],
    ['link-local and metadata', '169.254.169.254'],
    ['metadata', '168.63.129.16'],
    ['metadata', '192.0.0.192'],
    ['for examples', '192.0.2.1'],
    ['for examples', '198.51.100.7'],
    ['for examples', '203.0.113.9'],
    ['for measuring', '198.18.0.1'],
    ['relays of 6to4', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['nothing', '::'],
    ['loopback', '::1'],
    ['loopback in full', '0:0:0:0:0:0:0:1'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['private', 'fd12:3456::1'],
    ['metadata', 'fd00:ec2::254'],
    ['multicast', 'ff02::1'],
    ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
    ['IPv4-mapped loopback in hexadecimal', '::ffff:7f00:1'],
    ['IPv4-mapped public', '::ffff:8.8.8.8'],
    ['IPv4-compatible', '::7f00:1'],
    ['IPv4-translated', '::ffff:0:127.0.0.1'],
    ['NAT64', '64:ff9b::127.0.0.1'],
    ['NAT64', '64:ff9b::a9fe:a9fe'],
    ['NAT64 of a network', '64:ff9b:1::a00:1'],
    ['6to4', '2002:7f00:1::1'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['ISATAP', '2606:4700::5efe:7f00:1'],
    ['for examples', '2001:db8::1'],
    ['for examples', '3fff::1'],
    ['routes of segments', '5f00::1'],
    ['hashes of names', '2001:20::1'],
    ['thrown away', '100::1'],
    ['no address', 'localhost'],
    ['octal', '0177.0.0.1'],
    ['one number', '2130706433'],
    ['short', '127.1'],
    ['empty', ''],
  ])('%s is none: %s', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each([
    '0177.0.0.1',
    '0x7f.1',
    '2130706433',
    '127.1',
    '127。0。0。1',
    '[::FFFF:127.0.0.1]',
    '[0:0::1]',
  ])('a link to %s is none', (host) => {
    expect(isAddress(inLink(host))).toBe(true)
    expect(isPublicAddress(inLink(host))).toBe(false)
  })

  test('nothing that carries an IPv4 address in itself is one', () => {
    fc.assert(
      fc.property(fc.ipV4(), (v4) => {
        for (const prefix of ['::ffff:', '::', '::ffff:0:', '64:ff9b::', '64:ff9b:1::'])
          expect(isPublicAddress(`${prefix}${v4}`)).toBe(false)
      }),
    )
  })
})

test('loopback is what never leaves this machine', () => {
  for (const address of ['127.0.0.1', '127.8.8.8', '::1', '[::1]'])
    expect(isLoopbackAddress(address)).toBe(true)
  for (const address of ['10.0.0.1', '::ffff:127.0.0.1', '0.0.0.0', 'localhost'])
    expect(isLoopbackAddress(address)).toBe(false)
})

test('the name of this machine is its host too', () => {
  expect(isLoopbackHost('localhost')).toBe(true)
  expect(isLoopbackHost('[::1]')).toBe(true)
  expect(isLoopbackHost('localhost.example')).toBe(false)
})
