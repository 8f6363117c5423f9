import { hash, verify } from '@node-rs/argon2'
import { Semaphore } from 'async-mutex'

// OWASP's first choice for argon2id (the library's default algorithm): 19 MiB, two passes
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// of a random text nobody has: an unknown name takes as long as a wrong password
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$3uXXon8j9aG1UivRT4IcCQ$ewnkyfAqBJ395UPiM5bX/HmVfegc8qgZA35w9qdq9B0'

// a flood of guesses must leave threads for images and memory for pages
const AT_ONCE = 2
const MOST_WAITING = 50
const turns = new Semaphore(AT_ONCE)
let waiting = 0

// one text, whichever way the keyboard composed its accents
const bytesOf = (password: string) => password.normalize('NFC')

export const hashPassword = (password: string): Promise<string> =>
  turns.runExclusive(() => hash(bytesOf(password), COST))

/**
 * Whether the password belongs to the hash; `null` stands for an unknown account and takes as long.
 * 'busy' when too many are waiting; those who are `preferred` are never turned away and go first.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
  { preferred }: { preferred: boolean },
): Promise<boolean | 'busy'> {
  if (!preferred && waiting >= MOST_WAITING) return 'busy'
  waiting++
  try {
    const matches = await turns.runExclusive(
      () => verify(passwordHash ?? NOBODY, bytesOf(password)),
      1,
      preferred ? 1 : 0,
    )
    return matches && passwordHash !== null
  } finally {
    waiting--
  }
}
