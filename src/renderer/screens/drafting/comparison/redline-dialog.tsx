import { useState } from 'react'
import type { Language } from '../../../../engine/language.ts'
import type { ComparisonSide } from '../../../../shared/contract/comparison.ts'
import { useSettings } from '../../../app/settings.ts'
import { core } from '../../../connection.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { RadioCards } from '../../../ui/radio-cards.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { ExportFrame } from '../../export/export-frame.tsx'
import { useExport } from '../../export/use-export.ts'

type RedlineDialogProps = {
  readonly name: string
  readonly before: ComparisonSide
  readonly after: ComparisonSide
  readonly languages: readonly Language[]
  readonly beforeExport: () => Promise<void>
  readonly onClose: () => void
}

type RedlineChoice = { readonly languages: readonly Language[]; readonly format: 'pdf' | 'docx'; readonly author: string; readonly reason: string }

/** Asks who changed it and why, then writes the redline as a file. */
export function RedlineDialog({ name, before, after, languages, beforeExport, onClose }: RedlineDialogProps) {
  const { t } = useWords()
  const { settings } = useSettings()
  const [choice, setChoice] = useState<RedlineChoice>({ languages, format: 'docx', author: settings.authorName, reason: '' })
  const { state, start, cancel, again } = useExport<RedlineChoice>(
    t('comparison.export.fileName', { name }),
    ({ format, author, reason }, handle, signal) =>
      core.comparison.export({ before, after, languages: [...languages], handle, format, author: author.trim(), reason: reason.trim() }, { signal }),
    beforeExport,
  )
  return (
    <ExportFrame title={t('comparison.export.title')} state={state} onStart={() => start(choice)} onCancel={cancel} onAgain={again} onClose={onClose}>
      <RadioCards
        layout="row"
        label={t('export.format')}
        description={choice.format === 'docx' ? t('comparison.export.docxHelp') : t('comparison.export.pdfHelp')}
        items={[
          { id: 'docx', label: t('export.docx') },
          { id: 'pdf', label: t('export.pdf') },
        ]}
        value={choice.format}
        onChange={(format) => setChoice({ ...choice, format: format === 'pdf' ? 'pdf' : 'docx' })}
      />
      <TextField
        label={t('comparison.export.author')}
        description={t('comparison.export.authorHelp')}
        value={choice.author}
        onChange={(author) => setChoice({ ...choice, author })}
        maxLength={200}
      />
      {choice.format === 'docx' ? (
        <TextField
          label={t('comparison.export.reason')}
          description={t('comparison.export.reasonHelp')}
          value={choice.reason}
          onChange={(reason) => setChoice({ ...choice, reason })}
          maxLength={2000}
          isMultiline={true}
        />
      ) : null}
    </ExportFrame>
  )
}
