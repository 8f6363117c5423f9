import type { Fields } from './fields'

/** What was typed and is not stored, as this browser keeps it. */
export type Copy = {
  /** The revision that it was written on. */
  baseRevisionId: number
  typedAt: number
  fields: Fields
}

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** The copies of one article that a browser keeps; where storage is full or forbidden it keeps none and says so. */
export class Copies {
  private readonly prefix: string

  constructor(
    private readonly store: Store,
    articleId: number,
  ) {
    this.prefix = `masthead.article.${articleId}.`
  }

  /** False where the browser did not take it. */
  keep(copy: Copy): boolean {
    return this.write(String(copy.baseRevisionId), copy)
  }

  drop(baseRevisionId: number): void {
    this.remove(String(baseRevisionId))
  }

  /** What was being written, the newest first. */
  list(): Copy[] {
    try {
      return Array.from({ length: this.store.length }, (_, i) => this.store.key(i) ?? '')
        .filter((key) => key.startsWith(this.prefix) && /\.\d+$/.test(key))
        .flatMap((key) => read(this.store.getItem(key)) ?? [])
        .sort((a, b) => b.typedAt - a.typedAt)
    } catch {
      return []
    }
  }

  /** One more, kept apart: the version that its writer passed over for a colleague's. */
  keepAside(copy: Copy | null): boolean {
    if (copy) return this.write('aside', copy)
    this.remove('aside')
    return true
  }

  aside(): Copy | null {
    try {
      return read(this.store.getItem(`${this.prefix}aside`))
    } catch {
      return null
    }
  }

  private write(name: string, copy: Copy): boolean {
    try {
      this.store.setItem(this.prefix + name, JSON.stringify(copy))
      return true
    } catch {
      return false
    }
  }

  private remove(name: string): void {
    try {
      this.store.removeItem(this.prefix + name)
    } catch {
      // forbidden storage holds nothing to remove
    }
  }
}

function read(text: string | null): Copy | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return isCopy(value) ? value : null
  } catch {
    return null
  }
}

// only this page writes these keys, so a look at the outline is enough; the server judges the rest
const isCopy = (value: unknown): value is Copy =>
  typeof value === 'object' &&
  value !== null &&
  'baseRevisionId' in value &&
  'typedAt' in value &&
  'fields' in value &&
  typeof value.fields === 'object' &&
  value.fields !== null &&
  'document' in value.fields
