import { useState } from 'react'
import { languages as allLanguages, type Language } from '../../../engine/language.ts'
import type { Draft } from '../../../shared/contract/core.ts'
import { core } from '../../connection.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { Notice } from '../../ui/states.tsx'
import { languageChoices, languagesKey, languagesOfKey, useLanguageNames } from '../drafts/language-choices.ts'
import { ExportFrame } from './export-frame.tsx'
import { useExport, type ExportChoice } from './use-export.ts'

type ExportDialogProps = {
  readonly draft: Draft
  readonly languages: readonly Language[]
  readonly openPoints: number
  readonly beforeExport: () => Promise<void>
  readonly onClose: () => void
}

/** Asks how the file should be, then where it goes, then tells how far it is and where it ended up. */
export function ExportDialog({ draft, languages: current, openPoints, beforeExport, onClose }: ExportDialogProps) {
  const { t } = useWords()
  const isReport = draft.kind === 'checklist'
  const [choice, setChoice] = useState<ExportChoice>({
    languages: current,
    format: 'pdf',
    isDraft: !isReport && openPoints > 0,
    hasWatermark: true,
    hasNotes: false,
    hasData: true,
    profile: 'archive',
  })
  const { state, start, cancel, again } = useExport<ExportChoice>(
    draft.name,
    (chosen, handle, signal) => core.export.run({ draftId: draft.id, handle, ...chosen, languages: [...chosen.languages] }, { signal }),
    beforeExport,
  )
  return (
    <ExportFrame
      title={isReport ? t('export.titleReport') : t('export.title')}
      state={state}
      onStart={() => start({ ...choice, hasWatermark: choice.isDraft && choice.hasWatermark })}
      onCancel={cancel}
      onAgain={again}
      onClose={onClose}
    >
      <Choices draft={draft} choice={choice} onChange={setChoice} openPoints={openPoints} />
    </ExportFrame>
  )
}

function Choices({
  draft,
  choice,
  onChange,
  openPoints,
}: {
  readonly draft: Draft
  readonly choice: ExportChoice
  readonly onChange: (choice: ExportChoice) => void
  readonly openPoints: number
}) {
  const { t } = useWords()
  const names = useLanguageNames()
  const { content } = draft
  const available =
    content.kind === 'agreement'
      ? allLanguages.filter((language) => content.texts[language] !== undefined)
      : allLanguages.filter((language) => content.title[language] !== undefined)
  const isReport = draft.kind === 'checklist'
  return (
    <>
      <RadioCards
        layout="row"
        label={t('export.languages')}
        items={languageChoices(available).map((languages) => ({ id: languagesKey(languages), label: names.of(languages) }))}
        value={languagesKey(choice.languages)}
        onChange={(key) => onChange({ ...choice, languages: languagesOfKey(key) })}
      />
      <RadioCards
        layout="row"
        label={t('export.format')}
        description={choice.format === 'pdf' ? t('export.pdfHelp') : t('export.docxHelp')}
        items={[
          { id: 'pdf', label: t('export.pdf') },
          { id: 'docx', label: t('export.docx') },
        ]}
        value={choice.format}
        onChange={(format) => onChange({ ...choice, format: format === 'docx' ? 'docx' : 'pdf' })}
      />
      {isReport ? null : (
        <RadioCards
          layout="row"
          label={t('export.state')}
          description={choice.isDraft ? t('export.draftHelp') : t('export.finalHelp')}
          items={[
            { id: 'draft', label: t('export.draft') },
            { id: 'final', label: t('export.final') },
          ]}
          value={choice.isDraft ? 'draft' : 'final'}
          onChange={(state) => onChange({ ...choice, isDraft: state === 'draft' })}
        />
      )}
      {!choice.isDraft && openPoints > 0 && !isReport ? (
        <Notice tone="medium" title={t('export.openPoints', { count: openPoints })}>
          {t('export.openPointsText')}
        </Notice>
      ) : null}
      <div>
        {isReport ? null : (
          <>
            {choice.isDraft ? (
              <Checkbox label={t('export.watermark')} isSelected={choice.hasWatermark} onChange={(hasWatermark) => onChange({ ...choice, hasWatermark })} />
            ) : null}
            <Checkbox
              label={t('export.notes')}
              help={t('export.notesHelp')}
              isSelected={choice.hasNotes}
              onChange={(hasNotes) => onChange({ ...choice, hasNotes })}
            />
            {choice.format === 'pdf' ? (
              <Checkbox
                label={t('export.fillable')}
                help={t('export.fillableHelp')}
                isSelected={choice.profile === 'fillable'}
                onChange={(isFillable) => onChange({ ...choice, profile: isFillable ? 'fillable' : 'archive' })}
              />
            ) : null}
          </>
        )}
        <Checkbox label={t('export.data')} help={t('export.dataHelp')} isSelected={choice.hasData} onChange={(hasData) => onChange({ ...choice, hasData })} />
      </div>
    </>
  )
}
