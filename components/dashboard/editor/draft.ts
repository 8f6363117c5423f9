import type { Refused } from '@/components/dashboard/desk/answer'
import type { DraftInput } from '@/domain/revision'
import { type Fields, isSame, settled } from './fields'
import type { Copies, Copy } from './recovery'

/** Why something is not stored; what was typed stays where it is. */
export type Problem =
  { kind: 'signed-out' } | { kind: 'unreachable' } | { kind: 'conflict' } | { kind: 'missing' } | Refused

export type SaveOutcome = { kind: 'done'; revisionId: number; savedAt: Date } | Problem

export type DraftView = {
  fields: Fields
  /** The revision that the next save is based on. */
  base: number
  isChanged: boolean
  isSaving: boolean
  problem: Problem | null
  /** When the copy was typed that this page began with. */
  restoredFrom: number | null
  aside: Copy | null
  /** Storage takes no copies: what is typed lives on this page alone. */
  isUnkept: boolean
  /** Counts up whenever the fields are replaced as a whole. */
  generation: number
}

type Revision = { id: number; fields: Fields }

type Surroundings = {
  send: (draft: DraftInput) => Promise<SaveOutcome>
  copies: Copies
  now: () => number
}

/**
 * What is being written, apart from the page that shows it: nothing typed is lost by a crash, a lost connection,
 * an ended session or a colleague who saved meanwhile.
 */
export class Draft {
  private view: DraftView
  private stored: Fields
  private saving: Promise<SaveOutcome> | null = null
  private readonly listeners = new Set<() => void>()

  constructor(
    revision: Revision,
    private readonly around: Surroundings,
  ) {
    this.stored = revision.fields
    const [copy] = around.copies.list().filter((each) => {
      // an answer that got lost: it was stored all the same
      const isStored = isSame(each.fields, revision.fields)
      if (isStored) around.copies.drop(each.baseRevisionId)
      return !isStored
    })
    this.view = {
      fields: copy?.fields ?? revision.fields,
      base: copy?.baseRevisionId ?? revision.id,
      isChanged: copy !== undefined,
      isSaving: false,
      problem: null,
      restoredFrom: copy?.typedAt ?? null,
      aside: around.copies.aside(),
      isUnkept: false,
      generation: 0,
    }
  }

  readonly current = (): DraftView => this.view

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  private show(changes: Partial<DraftView>): void {
    this.view = { ...this.view, ...changes }
    for (const listener of this.listeners) listener()
  }

  readonly type = (changes: Partial<Fields>): void => {
    const fields = { ...this.view.fields, ...changes }
    this.show({ fields, isChanged: !isSame(fields, this.stored) })
  }

  /** Leaves a copy of what is not stored in the browser, and none of what is. */
  readonly keep = (): void => {
    const { fields, base, isChanged, isUnkept } = this.view
    if (!isChanged) return this.around.copies.drop(base)
    const isKept = this.around.copies.keep({ baseRevisionId: base, typedAt: this.around.now(), fields })
    if (isUnkept === isKept) this.show({ isUnkept: !isKept })
  }

  /** One after another: what is typed while a save is on its way goes with the next. */
  readonly save = async (): Promise<SaveOutcome> => {
    while (this.saving) await this.saving
    this.saving = this.send()
    try {
      return await this.saving
    } finally {
      this.saving = null
    }
  }

  private async send(): Promise<SaveOutcome> {
    const { fields, base } = this.view
    this.keep()
    this.show({ isSaving: true })
    const outcome = await this.around.send({
      ...fields,
      document: settled(fields.document),
      baseRevisionId: base,
    })
    if (outcome.kind !== 'done') {
      this.show({ isSaving: false, problem: outcome })
      return outcome
    }
    this.stored = fields
    this.around.copies.drop(base)
    const isChanged = !isSame(this.view.fields, fields)
    this.show({ isSaving: false, problem: null, base: outcome.revisionId, isChanged, restoredFrom: null })
    this.keep()
    return outcome
  }

  /** Goes back to what is stored. */
  discard({ id, fields }: Revision): void {
    this.around.copies.drop(this.view.base)
    this.replace({ id, fields }, fields)
  }

  /** Writes on from a colleague's version; one's own is set aside in this browser. */
  takeTheirs(theirs: Revision): void {
    const { fields, base, isChanged } = this.view
    if (isChanged) this.setAside({ baseRevisionId: base, typedAt: this.around.now(), fields })
    this.around.copies.drop(base)
    this.replace(theirs, theirs.fields)
  }

  /** Puts one's own version after a colleague's, which stays among the revisions. */
  keepMine(theirs: Revision): Promise<SaveOutcome> {
    this.around.copies.drop(this.view.base)
    this.stored = theirs.fields
    this.show({ base: theirs.id, problem: null })
    return this.save()
  }

  /** Changes places with what was set aside. */
  bringBack(): void {
    const { aside, fields, base, isChanged } = this.view
    if (!aside) return
    this.setAside(isChanged ? { baseRevisionId: base, typedAt: this.around.now(), fields } : null)
    this.replace({ id: base, fields: this.stored }, aside.fields)
    this.keep()
  }

  private setAside(copy: Copy | null): void {
    this.around.copies.keepAside(copy)
    this.show({ aside: copy })
  }

  readonly forgetAside = (): void => this.setAside(null)

  private replace(stored: Revision, fields: Fields): void {
    this.stored = stored.fields
    this.show({
      fields,
      base: stored.id,
      isChanged: !isSame(fields, stored.fields),
      problem: null,
      restoredFrom: null,
      generation: this.view.generation + 1,
    })
  }
}
