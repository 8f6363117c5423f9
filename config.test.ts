import { expect, test } from 'vitest'
import { parse } from './config'

test.each(['http://localhost:3000', 'http://127.0.0.1', 'https://[::1]:8443'])(
  'a site at %s may reach its own machine where it says so',
  (SITE_URL) => {
    expect(parse({ SITE_URL, NET_ALLOW_LOOPBACK: '1' }).allowsLoopback).toBe(true)
    expect(parse({ SITE_URL, NET_ALLOW_LOOPBACK: '' }).allowsLoopback).toBe(false)
  },
)

test.each(['https://agency.example', 'http://192.168.0.7', 'http://localhost.example'])(
  'a site at %s does not start with that',
  (SITE_URL) => {
    expect(() => parse({ SITE_URL, NET_ALLOW_LOOPBACK: '1' })).toThrow(
      'The environment variable NET_ALLOW_LOOPBACK is not usable: only a site whose SITE_URL is on this machine',
    )
    expect(parse({ SITE_URL }).allowsLoopback).toBe(false)
  },
)
