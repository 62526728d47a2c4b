import { useMemo } from 'react'
import type { Json } from '../../../../engine/answers.ts'
import { interfaceLocales } from '../../../../shared/interface-language.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { Combo } from '../../../ui/select.tsx'
import { choiceOf } from './values.ts'

// ISO 3166-1 alpha-2. Germany and Japan come first because nearly every draft names both.
const first = ['DE', 'JP']
const others =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'

/** A country, found by typing its name in the language of the interface. */
export function CountryField({ value, onChange }: { readonly value: Json | undefined; readonly onChange: (country: string) => void }) {
  const { t, language } = useWords()
  const items = useMemo(() => {
    const names = new Intl.DisplayNames(interfaceLocales[language], { type: 'region' })
    const order = new Intl.Collator(interfaceLocales[language])
    const item = (id: string) => ({ id, label: names.of(id) ?? id })
    return [
      ...first.map(item),
      ...others
        .split(' ')
        .map(item)
        .toSorted((one, other) => order.compare(one.label, other.label)),
    ]
  }, [language])
  return (
    <Combo
      size="small"
      label={t('questions.address.country')}
      items={items}
      value={choiceOf(value)}
      onChange={(id) => onChange(id ?? '')}
      placeholder={t('questions.choose')}
      empty={t('questions.nothingFound')}
    />
  )
}
