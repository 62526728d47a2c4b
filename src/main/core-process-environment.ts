/** What the core process needs of the environment; everything else stays behind, above all NODE_OPTIONS and ELECTRON_*. */
const passedOn: ReadonlySet<string> = new Set(['HOME', 'USERPROFILE', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT', 'WINDIR'])

/** The environment of the core process. Windows spells variable names in any case. */
export const coreProcessEnvironment = (environment: Readonly<Record<string, string | undefined>>): Record<string, string> => {
  const result: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && passedOn.has(name.toUpperCase())) result[name] = value
  }
  return result
}
