import { LEARNED_FROM } from './learned'

const number = (count: number) => count.toLocaleString('en-GB')

/** How much the site has learned, and whether it goes by it. */
export function learningInWords(
  learning: { spam: number; approved: number; isUsed: boolean } | null,
): string {
  const needs = `from ${LEARNED_FROM} decisions of either kind on`
  if (!learning) return `Nothing is learned yet. It is gone by ${needs}; no comment leaves this machine.`
  const { spam, approved, isUsed } = learning
  const from = `Learned from ${number(spam)} called spam and ${number(approved)} approved here`
  return isUsed ? `${from}. No comment leaves this machine.` : `${from}; it is gone by ${needs}.`
}
