import { z } from 'zod'
import { personName } from './accounts'
import { type PasswordProblem, PASSWORD_MAX, PASSWORD_MIN, passwordProblem } from './passwords'
import { SETTINGS } from './settings'
import { emailInput } from './sign-in'

const typedText = z.string().max(1000).catch('')

/** The form as typed; what is wrong with it is said by `readOwner` and `passwordSentence`. */
export const setUpInput = z.object({
  token: typedText,
  agency: typedText,
  name: typedText,
  email: typedText,
  password: typedText,
})

/** What whoever sets the program up says of the site and of themselves. */
const ownerInput = z.object({
  agency: SETTINGS['site.name'].schema.refine((name) => name !== '', 'Name the agency.'),
  name: personName,
  email: emailInput,
})

const PASSWORD_PROBLEMS: Record<PasswordProblem, string> = {
  short: `Use ${PASSWORD_MIN} characters or more. A few words in a row are easy to remember.`,
  long: `Use ${PASSWORD_MAX} characters or fewer.`,
  email: 'Use something other than your email address.',
  obvious: 'Somebody would soon guess this one. Choose another.',
}

export type SetUpField = 'agency' | 'name' | 'email' | 'password'
export type SetUpProblems = Partial<Record<SetUpField, string>>
export type Owner = z.infer<typeof ownerInput>

/** The sentence about a password for this email address; undefined where there is nothing to say. */
export function passwordSentence(password: string, email: string): string | undefined {
  const problem = passwordProblem(password, email)
  return problem ? PASSWORD_PROBLEMS[problem] : undefined
}

/** Reads the form of a first owner; says all that is wrong with it at once. */
export function readOwner(
  typed: Record<SetUpField, string>,
): { kind: 'valid'; owner: Owner } | { kind: 'invalid'; problems: SetUpProblems } {
  const parsed = ownerInput.safeParse(typed)
  const password = passwordSentence(typed.password, typed.email)
  if (parsed.success && !password) return { kind: 'valid', owner: parsed.data }
  const fields = parsed.success ? {} : z.flattenError(parsed.error).fieldErrors
  return {
    kind: 'invalid',
    problems: {
      ...(fields.agency && { agency: fields.agency[0] }),
      ...(fields.name && { name: 'Type your name, in 120 characters at most.' }),
      ...(fields.email && { email: 'Type an email address, such as name@example.org.' }),
      ...(password && { password }),
    },
  }
}
