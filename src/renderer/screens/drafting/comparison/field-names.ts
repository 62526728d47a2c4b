import type { AnswerPartChange } from '../../../../engine/comparison/answer-changes.ts'
import { partyForms, partyKinds } from '../../../../engine/answers.ts'
import type { Translate } from '../../../i18n/i18n.ts'
import type { TextKey } from '../../../i18n/texts.ts'
import { formKeys } from '../editors/party-forms.ts'

/** Fields of parties, persons and addresses that no template names. */
const fieldKeys: Readonly<Record<string, TextKey>> = {
  name: 'questions.party.name',
  shortName: 'questions.party.shortName',
  form: 'questions.party.form',
  kind: 'questions.party.kind',
  country: 'questions.address.country',
  address: 'questions.party.address',
  register: 'questions.party.register',
  registerCourt: 'questions.party.registerCourt',
  generalPartner: 'questions.party.generalPartner',
  signing: 'questions.party.signing',
  function: 'questions.person.function',
  organisation: 'questions.person.organisation',
  email: 'questions.person.email',
  phone: 'questions.person.phone',
}
const groupKeys: Readonly<Record<string, TextKey>> = { signatories: 'questions.party.signatories', contact: 'questions.party.contact' }
const languageKeys = { de: 'comparison.answers.languages.de', en: 'comparison.answers.languages.en', ja: 'comparison.answers.languages.ja' } as const

/** What a part of an answer is called: "Entry 2", "Signatories 1: Name", "German". Empty for the whole answer. */
export function partName(part: AnswerPartChange, t: Translate): string {
  const { field, item, label, language } = part
  const names = [
    item === undefined ? '' : t('comparison.answers.item', { number: item }),
    label ?? fieldName(field, t),
    language === undefined ? '' : t(languageKeys[language]),
  ]
  return names.filter((name) => name !== '').join(' · ')
}

function fieldName(field: string, t: Translate): string {
  if (field === '') return ''
  const [group = '', ...inner] = field.split('.')
  const groupKey = groupKeys[group]
  const key = fieldKeys[inner.at(-1) ?? group]
  const own = key === undefined ? '' : group in groupKeys ? t(key === 'questions.party.name' ? 'questions.person.name' : key) : t(key)
  if (groupKey === undefined) return own
  const place = inner.length > 1 ? ` ${Number(inner[0]) + 1}` : ''
  return own === '' ? t(groupKey) : t('comparison.answers.inside', { group: `${t(groupKey)}${place}`, field: own })
}

/** The value of a part as people read it; identifiers of parties get their words. */
export function partValue(field: string, value: string, t: Translate): string {
  const form = field === 'form' ? partyForms.find((known) => known === value) : undefined
  if (form !== undefined) return t(`questions.party.forms.${formKeys[form]}`)
  const kind = field === 'kind' ? partyKinds.find((known) => known === value) : undefined
  if (kind !== undefined) return t(`questions.party.kinds.${kind}`)
  if (field === 'signing' && (value === 'single' || value === 'joint')) return t(`questions.party.${value}`)
  return value
}
