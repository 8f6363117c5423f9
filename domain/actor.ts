import type { Capability, Ownership, Role } from './roles'
import { may } from './roles'

declare const minted: unique symbol

/** Who writes. A staff actor can only be made by `staffActor`, which only the guards call. */
export type StaffActor = {
  readonly kind: 'staff'
  readonly accountId: number
  readonly personId: number
  readonly name: string
  readonly role: Role
  readonly [minted]: true
}
/** A reader who has confirmed an address in this browser. */
export type ConfirmedReader = { readonly id: number; readonly email: string }
export type ReaderActor = {
  readonly kind: 'reader'
  readonly addressHash: string | null
  readonly confirmed: ConfirmedReader | null
  /** Makes the keyed hash of an address that outlives its erasure; null where no key is at hand. */
  readonly hashEmail: HashEmail | null
}
export type HashEmail = (email: string) => string
export type SystemActor = { readonly kind: 'system'; readonly name: string }
export type Actor = StaffActor | ReaderActor | SystemActor

export const staffActor = (staff: {
  accountId: number
  personId: number
  name: string
  role: Role
}): StaffActor => ({ kind: 'staff', ...staff }) as StaffActor

export const readerActor = (
  addressHash: string | null,
  confirmed: ConfirmedReader | null = null,
  hashEmail: HashEmail | null = null,
): ReaderActor => ({ kind: 'reader', addressHash, confirmed, hashEmail })

export const systemActor = (name: string): SystemActor => ({ kind: 'system', name })

/** Whether an actor may do something: the program itself always, staff by their role, a reader never. */
export const actorMay = (actor: Actor, capability: Capability, subject?: Ownership): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && may(actor.role, capability, subject))
