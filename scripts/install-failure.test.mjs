import { expect, it } from 'vitest'
import { explainInstallFailure } from './install-failure.mjs'

it.each([
  ['make is missing', 'gyp ERR! stack Error: not found: make', /could not be compiled$/],
  ['g++ is missing', 'make: g++: No such file or directory\ngyp ERR! build error', /could not be compiled$/],
  ['Python is missing', 'gyp ERR! find Python Python is not set from command line', /could not be compiled$/],
  [
    'the prebuilt binary is out of reach as well',
    'prebuild-install warn install getaddrinfo ENOTFOUND github.com\ngyp ERR! stack Error: not found: make\nnpm error code 1',
    /could not be compiled$/,
  ],
  [
    'the headers of Node are out of reach',
    'gyp ERR! stack FetchError: request to https://nodejs.org/download/release/v20.20.2/node-v20.20.2-headers.tar.gz failed',
    /headers of Node/,
  ],
  [
    'there is no network',
    'npm error code ENOTFOUND\nnpm error network request failed',
    /registry cannot be reached/,
  ],
  ['the disk is full', 'npm error code ENOSPC', /disk is full/],
  ['npm is missing', 'spawn npm ENOENT', /npm is missing/],
  ['something else', 'npm error code E404\nnpm error 404 Not Found: leftpad', /404 Not Found: leftpad/],
])('says in one line that %s', (_, output, what) => {
  const explained = explainInstallFailure(output)
  expect(explained.what).toMatch(what)
  expect(`${explained.what}${explained.mend}`).not.toContain('\n')
})
