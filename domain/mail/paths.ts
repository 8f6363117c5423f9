/** Where the addressee of a mailed link confirms that the mailbox is theirs. */
export const confirmPath = (token: string) => `/confirm/${token}`

/** Where mail is ended; mail programs post to it, people press a button there. */
export const unsubscribePath = (token: string) => `/unsubscribe/${token}`

/** Where the owner of an address sees what is kept of it. */
export const dataPath = (token: string) => `/your-data/${token}`
export const exportPath = (token: string) => `${dataPath(token)}/export`
