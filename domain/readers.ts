const DAY_MS = 86_400_000

/** For how long a browser is remembered in which an address was confirmed. */
const READER_SESSION_DAYS = 180

export const readerSessionExpiry = (now: Date) => new Date(now.getTime() + READER_SESSION_DAYS * DAY_MS)
