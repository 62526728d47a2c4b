import { useState } from 'react'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Gives a draft another name. */
export function RenameDialog({
  name: before,
  onRename,
  onClose,
}: {
  readonly name: string
  readonly onRename: (name: string) => void
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const [name, setName] = useState(before)
  const isEmpty = name.trim() === ''
  const rename = () => {
    if (isEmpty) return
    onRename(name.trim())
    onClose()
  }
  return (
    <Dialog
      title={t('drafts.renameTitle')}
      width="narrow"
      isOpen={true}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onPress={rename}>
            {t('app.save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          rename()
        }}
      >
        <TextField
          label={t('drafts.name')}
          value={name}
          onChange={setName}
          maxLength={200}
          hasAutoFocus={true}
          error={isEmpty ? t('drafts.nameNeeded') : undefined}
        />
      </form>
    </Dialog>
  )
}
