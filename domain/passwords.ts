export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 256

export type PasswordProblem = 'short' | 'long' | 'email' | 'obvious'

// what people choose first when twelve characters are asked for
const OBVIOUS = [
  'administrator',
  'changeme',
  'correcthorsebatterystaple',
  'iloveyou',
  'letmein',
  'masthead',
  'passwort',
  'password',
  'qwertyuiop',
  'secret',
  'welcome',
]

/** Why this cannot be the password of the account with this email address; null where it can. */
export function passwordProblem(password: string, email: string): PasswordProblem | null {
  const characters = [...password]
  if (characters.length < PASSWORD_MIN) return 'short'
  if (characters.length > PASSWORD_MAX) return 'long'
  const plain = password.toLowerCase().trim()
  if (plain === email.toLowerCase().trim()) return 'email'
  return new Set(plain).size < 5 || isObvious(plain) || isRun(plain) ? 'obvious' : null
}

/** An obvious word, alone or again and again, with nothing but digits and signs around it. */
function isObvious(plain: string) {
  const letters = plain.replace(/[^a-z]/g, '')
  return OBVIOUS.some((word) => letters.length > 0 && letters.replaceAll(word, '') === '')
}

/** Keys or digits in a row, such as 123456789012. */
function isRun(plain: string) {
  const rows = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']
  return rows.some(
    (row) => row.repeat(4).includes(plain) || [...row].reverse().join('').repeat(4).includes(plain),
  )
}
