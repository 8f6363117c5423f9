/** What became of a form of settings; `at` tells two answers apart. */
export type SettingsState =
  | { kind: 'idle' }
  | { kind: 'saved'; changed: number; at: number }
  | { kind: 'forbidden' }
  | { kind: 'invalid'; problems: Record<string, string>; typed: Record<string, string>; at: number }

export type SettingsAction = (state: SettingsState, form: FormData) => Promise<SettingsState>
