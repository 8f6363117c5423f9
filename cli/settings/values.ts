import * as settings from '@/db/settings'
import { systemActor } from '@/domain/actor'
import type { SettingKey, SettingValues } from '@/domain/settings'
import { withDatabase } from '../database'
import { Refused } from '../refused'
import { print } from '../terminal'

type Options = { json?: boolean }

export const getValue = (key: string | undefined, options: Options) => withDatabase(() => get(key, options))

export const setValue = (key: string, value: string, options: Options) =>
  withDatabase(() => set(key, value, options))

/** A value as `set` takes it. */
const written = (value: SettingValues[SettingKey]) => (Array.isArray(value) ? value.join(',') : String(value))

async function get(key: string | undefined, options: Options): Promise<void> {
  const all = await settings.listSettings()
  const [one] = all.filter((setting) => setting.key === key)
  if (one) return print({ key: one.key, value: one.value }, [written(one.value)], options)
  const width = Math.max(...all.map((setting) => setting.key.length))
  print(
    Object.fromEntries(all.map((setting) => [setting.key, setting.value])),
    all.map((setting) => `${setting.key.padEnd(width)}  ${written(setting.value)}`),
    options,
  )
}

async function set(key: string, value: string, options: Options): Promise<void> {
  const result = await settings.set(systemActor('command line'), { [key]: value }, new Date())
  if (result.kind === 'refused')
    throw new Refused(
      result.reason === 'invalid' ? `${key}: ${result.problems[key]}` : `${key} may not be set from here`,
    )
  const changed = result.changed.length > 0
  const [now] = (await settings.listSettings()).filter((setting) => setting.key === key)
  const shown = now && written(now.value)
  print(
    { key, value: now?.value, changed },
    [changed ? `${key} is ${shown} now.` : `${key} was ${shown} already.`],
    options,
  )
}
