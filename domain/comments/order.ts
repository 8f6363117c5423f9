/** In which order the threads of a discussion stand; within a thread what was said first stands first. */
export const THREAD_ORDERS = ['oldest', 'newest'] as const
export type ThreadOrder = (typeof THREAD_ORDERS)[number]

export const ORDER_NAMES: Record<ThreadOrder, string> = { oldest: 'Oldest first', newest: 'Newest first' }

/** The order that an address asks for; every other text means the usual one. */
export const readOrder = (given: unknown): ThreadOrder => (given === 'newest' ? 'newest' : 'oldest')
