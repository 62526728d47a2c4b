import { languages as allLanguages, type Language } from '../../../engine/language.ts'
import type { AgreementPackage } from '../../../engine/template.ts'
import type { Draft } from '../../../shared/contract/core.ts'
import { paths } from '../../app/paths.ts'
import { useKeys } from '../../app/platform.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button, IconButton, LinkTo } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Mark } from '../../ui/icon.tsx'
import { PlainLink } from '../../ui/plain.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { languageChoices, languagesKey, languagesOfKey, useLanguageNames } from '../drafts/language-choices.ts'
import styles from './drafting-header.module.css'
import { SaveStateLabel } from './save-state.tsx'
import type { SessionState } from './session/draft-session.ts'

type DraftingHeaderProps = {
  readonly draft: Draft
  readonly content: AgreementPackage
  readonly state: SessionState
  readonly languages: readonly Language[]
  readonly onLanguages: (languages: readonly Language[]) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onExport: () => void
}

/** Where one is, whether it is saved, in which languages, and the way out to a file. */
export function DraftingHeader({ draft, content, state, languages, onLanguages, onUndo, onRedo, onExport }: DraftingHeaderProps) {
  const { t, local } = useWords()
  const keys = useKeys()
  const available = allLanguages.filter((language) => content.texts[language] !== undefined)
  return (
    <header className={styles.header}>
      <PlainLink href={paths.home} className={cx(styles.home)} label={t('app.places.home')}>
        <Mark size={24} />
      </PlainLink>
      <nav className={styles.crumb} aria-label={t('drafting.crumb')}>
        <LinkTo href={paths.agreements} look="strong">
          {t('app.places.agreements')}
        </LinkTo>
        <span aria-hidden="true"> /</span>
        {draft.suite === null ? null : (
          <>
            {' '}
            <LinkTo href={paths.suite(draft.suite.id)} look="strong">
              {draft.suite.name}
            </LinkTo>
            <span aria-hidden="true"> /</span>
          </>
        )}
      </nav>
      <span className={styles.title} title={draft.name}>
        {draft.name}
        <span className={styles.template}>{draft.name.endsWith(local(content.title)) ? null : local(content.title)}</span>
      </span>
      <SaveStateLabel save={state.save} />
      <span className={styles.spacer} />
      <span className={styles.undo}>
        <IconButton icon="undo" label={t('app.undo')} isDisabled={!state.canUndo} onPress={onUndo} />
        <IconButton icon="redo" label={t('app.redo')} isDisabled={!state.canRedo} onPress={onRedo} />
      </span>
      <LanguagesControl available={available} languages={languages} onLanguages={onLanguages} />
      <Button variant="primary" keys={keys('export')} onPress={onExport}>
        {t('drafting.export')}
      </Button>
    </header>
  )
}

/** More choices than these leave no room for the name of the draft and the way out on a small window. */
const mostSideBySide = 3

/** The languages the document is printed in: side by side where there are few, in a list that opens where there are many. */
function LanguagesControl({
  available,
  languages,
  onLanguages,
}: Pick<DraftingHeaderProps, 'languages' | 'onLanguages'> & { readonly available: readonly Language[] }) {
  const { t } = useWords()
  const names = useLanguageNames()
  const items = languageChoices(available).map((choice) => ({ id: languagesKey(choice), label: names.of(choice) }))
  const shared = { label: t('drafting.languages'), items, value: languagesKey(languages) }
  if (items.length <= mostSideBySide) return <Segmented {...shared} onChange={(key) => onLanguages(languagesOfKey(key))} />
  return (
    <div className={styles.languages}>
      <Select
        {...shared}
        isLabelHidden={true}
        size="small"
        placeholder={t('questions.choose')}
        onChange={(key) => (key === undefined ? undefined : onLanguages(languagesOfKey(key)))}
      />
    </div>
  )
}
