import { z } from 'zod'
import { type Settings, settingsSchema, type SettingsPatch } from '../../shared/contract/core.ts'
import type { Connection } from './connection.ts'

/** What the window remembers between starts. */
export type SettingsStore = {
  readonly get: () => Settings
  readonly set: (patch: SettingsPatch) => Settings
}

const rowSchema = z.object({ key: z.string(), value: z.string() })

/** Opens the settings. A value this version does not accept counts as not set; the other settings stay. */
export function createSettingsStore(connection: Connection): SettingsStore {
  const select = connection.prepare('SELECT key, value FROM settings')
  const upsert = connection.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
  const fields: ReadonlyMap<string, z.ZodType> = new Map(Object.entries(settingsSchema.shape))
  const get = (): Settings => {
    const rows = select.all().map((row) => rowSchema.parse(row))
    const accepted = rows.flatMap(({ key, value }): readonly (readonly [string, unknown])[] => {
      const result = fields.get(key)?.safeParse(JSON.parse(value))
      return result?.success === true ? [[key, result.data]] : []
    })
    return settingsSchema.parse(Object.fromEntries(accepted))
  }
  const set = connection.transaction((patch: SettingsPatch): Settings => {
    for (const [key, value] of Object.entries(patch)) if (value !== undefined) upsert.run(key, JSON.stringify(value))
    return get()
  })
  return { get, set: (patch) => set.immediate(patch) }
}
