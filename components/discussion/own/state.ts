/** What stands in the way of what an author asked for; success leads back to the page. */
export type OwnFormState = { kind: 'idle' } | { kind: 'refused'; message: string }

export type OwnForm = (state: OwnFormState, form: FormData) => Promise<OwnFormState>
type Press = (form: FormData) => Promise<void>

/** What an author may do about a comment, besides changing it. */
export type OwnActions = {
  appeal: OwnForm
  withdraw: Press
  follow: Press
  unfollow: Press
  mailLink: Press
}
