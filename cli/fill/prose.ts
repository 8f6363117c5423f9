import type { Random } from './random'
import {
  ANGLES,
  CLOSINGS,
  FIRST_NAMES,
  LAST_NAMES,
  OPENINGS,
  PLACES,
  PREDICATES,
  QUALITIES,
  SUBJECTS,
  THINGS,
} from './words'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const repeat = <T>(times: number, make: () => T): T[] => Array.from({ length: times }, make)

export function sentence(random: Random): string {
  const clause = () => `${random.pick(SUBJECTS)} ${random.pick(PREDICATES)}`
  const first = `${random.pick(OPENINGS)}${clause()}${random.pick(CLOSINGS)}`
  const whole = random.chance(0.25) ? `${first}; ${clause()}` : first
  return `${capital(whole)}.`
}

export const paragraph = (random: Random, sentences: number): string =>
  repeat(sentences, () => sentence(random)).join(' ')

export const title = (random: Random): string =>
  `${random.pick(ANGLES)} ${random.pick(QUALITIES)} ${random.pick(THINGS)} ${random.pick(PLACES)}`

export const heading = (random: Random): string =>
  capital(`${random.pick(SUBJECTS)} ${random.pick(PREDICATES)}`)

export const fullName = (random: Random): string => `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`
