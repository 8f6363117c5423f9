/** What came of a render, and whether a commit touched what it read while it ran. */
export type Landed<T> = { result: T; touched: boolean }

type Flight<T> = { began: number; landed: Promise<Landed<T>> }

/**
 * At most one render an address runs, and at most one more is begun for all who came meanwhile.
 * Whoever asks gets a render that began after they asked, or one that began before if nothing it read was touched since.
 */
export class Flights<T> {
  readonly #running = new Map<string, Flight<T>>()
  #moment = 0

  get size(): number {
    return this.#running.size
  }

  async join(key: string, render: () => Promise<Landed<T>>): Promise<T> {
    const arrived = this.#moment++
    for (;;) {
      const flight = this.#running.get(key) ?? this.#begin(key, render)
      const { result, touched } = await flight.landed
      if (flight.began > arrived || !touched) return result
    }
  }

  #begin(key: string, render: () => Promise<Landed<T>>): Flight<T> {
    const landed = render().finally(() => this.#running.delete(key))
    const flight = { began: this.#moment++, landed }
    this.#running.set(key, flight)
    return flight
  }
}
