import { z } from 'zod'
import { ROLES } from './roles'
import { emailInput } from './sign-in'

export const personName = z.string().trim().min(1).max(120)

/** Who is let in and as what. The name may be left out for somebody who has an account already. */
export const invitationInput = z.object({
  email: emailInput,
  name: personName.optional(),
  role: z.enum(ROLES).optional(),
})
export type InvitationInput = z.infer<typeof invitationInput>

/** A first guess at what to call somebody: ada.lovelace@example.org is Ada Lovelace. */
export const nameFromEmail = (email: string) =>
  (email.split('@', 1)[0] ?? '')
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ') || email
