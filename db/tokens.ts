import { createHash, randomBytes } from 'node:crypto'

/** 256 bits that cannot be guessed; only their hash is stored, so a copy of the database opens nothing. */
export const makeToken = () => randomBytes(32).toString('base64url')

export const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')
