import { halfWidth } from './half-width.ts'

type Habit = { readonly example: string; readonly read: (text: string) => string | undefined }

const habits: Readonly<Record<string, Habit>> = {
  JP: {
    example: '100-0001',
    read: (text) => {
      const match = /^〒?\s*(\d{3})\s*[-\u2010-\u2015\u2212ー]?\s*(\d{4})$/u.exec(text)
      return match === null ? undefined : `${match[1]}-${match[2]}`
    },
  },
  DE: { example: '07743', read: (text) => /^(?:D\s*-\s*)?(\d{5})$/iu.exec(text)?.[1] },
}

/** A postal code in the writing of its country: "〒１０００００１" in Japan is "100-0001". What is no code of the country, or of a country not known here, stays as typed, in half width. */
export function postalCode(text: string, country: string): string {
  const plain = halfWidth(text)
  return habits[country]?.read(plain) ?? plain
}

/** An example of the country's codes when the text is none of them; nothing for an empty text and for countries not known here. */
export function postalCodeDoubt(text: string, country: string): string | undefined {
  const habit = habits[country]
  const plain = halfWidth(text)
  return habit === undefined || plain === '' || habit.read(plain) !== undefined ? undefined : habit.example
}
