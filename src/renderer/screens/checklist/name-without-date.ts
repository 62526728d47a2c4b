/** The name of a run without the date an earlier repetition put behind it, so that names do not grow, and short enough for another date. */
export function nameWithoutDate(name: string): string {
  return name.replace(/\s*[(（][^()（）]*\d{4}[^()（）]*[)）]$/u, '').slice(0, 170)
}
