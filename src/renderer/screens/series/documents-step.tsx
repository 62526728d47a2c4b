import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, CheckboxCards } from '../../ui/checkbox.tsx'
import { FieldGroup } from '../../ui/field-group.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import type { SeriesChoice } from './series-choice.ts'
import styles from './series.module.css'
import { Step } from './step.tsx'

/** Which files are written, how they are marked, and where they go. */
export function DocumentsStep({
  choice,
  onChange,
  onChooseFolder,
}: {
  readonly choice: SeriesChoice
  readonly onChange: (choice: SeriesChoice) => void
  readonly onChooseFolder: () => void
}) {
  const { t } = useWords()
  const { folder } = choice
  return (
    <Step number={3} title={t('series.documents.title')}>
      <CheckboxCards
        label={t('series.documents.formats')}
        items={[
          { id: 'pdf', label: t('export.pdf') },
          { id: 'docx', label: t('export.docx') },
        ]}
        value={choice.formats}
        onChange={(ids) => onChange({ ...choice, formats: (['pdf', 'docx'] as const).filter((format) => ids.includes(format)) })}
        error={choice.formats.length === 0 ? t('series.documents.noFormat') : undefined}
      />
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
      <div>
        {choice.isDraft ? (
          <Checkbox label={t('export.watermark')} isSelected={choice.hasWatermark} onChange={(hasWatermark) => onChange({ ...choice, hasWatermark })} />
        ) : null}
        <Checkbox
          label={t('series.documents.gaps')}
          help={t('series.documents.gapsHelp')}
          isSelected={choice.hasGaps}
          onChange={(hasGaps) => onChange({ ...choice, hasGaps })}
        />
        <Checkbox
          label={t('series.documents.data')}
          help={t('series.documents.dataHelp')}
          isSelected={choice.hasData}
          onChange={(hasData) => onChange({ ...choice, hasData })}
        />
      </div>
      <FieldGroup label={t('series.documents.folder')} description={t('series.documents.folderHelp')}>
        {folder === undefined ? null : <p className={styles.file}>{t('series.documents.chosenFolder', { folder: folder.fileName })}</p>}
        <div className={styles.buttons}>
          <Button icon="folder" onPress={onChooseFolder}>
            {folder === undefined ? t('series.documents.chooseFolder') : t('series.write.anotherFolder')}
          </Button>
        </div>
      </FieldGroup>
    </Step>
  )
}
