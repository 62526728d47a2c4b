import { useState } from 'react'
import type { DraftSummary } from '../../../shared/contract/core.ts'
import { useNow } from '../../app/now.ts'
import { paths } from '../../app/paths.ts'
import { longDateTime, relativeTime } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { LinkTo } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { MoreMenu } from '../../ui/menu.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useRepeat } from '../checklist/use-repeat.ts'
import styles from './draft-list.module.css'
import { DraftState } from './draft-state.tsx'
import { useLanguageNames } from './language-choices.ts'
import { RenameDialog } from './rename-dialog.tsx'
import { useDraftActions } from './use-draft-actions.ts'

/** Drafts as a table: what it is, with whom, how it stands, when it was touched last. */
export function DraftList({ drafts, label }: { readonly drafts: readonly DraftSummary[]; readonly label: string }) {
  const { t } = useWords()
  const actions = useDraftActions()
  const [renaming, setRenaming] = useState<DraftSummary>()
  return (
    <>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('drafts.columns.draft')}</th>
            <th scope="col" className={styles.partner}>
              {t('drafts.columns.partner')}
            </th>
            <th scope="col">{t('drafts.columns.state')}</th>
            <th scope="col" className={styles.edited}>
              {t('drafts.columns.edited')}
            </th>
            <th scope="col">
              <span className={styles.hidden}>{t('drafts.columns.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft) => (
            <DraftRow key={draft.id} draft={draft} actions={actions} onRename={() => setRenaming(draft)} />
          ))}
        </tbody>
      </table>
      {renaming === undefined ? null : (
        <RenameDialog name={renaming.name} onRename={(name) => actions.rename(renaming, name)} onClose={() => setRenaming(undefined)} />
      )}
    </>
  )
}

function DraftRow({
  draft,
  actions,
  onRename,
}: {
  readonly draft: DraftSummary
  readonly actions: ReturnType<typeof useDraftActions>
  readonly onRename: () => void
}) {
  const { t, local, language } = useWords()
  const names = useLanguageNames()
  const now = useNow()
  const repeat = useRepeat()
  const progress = t('drafts.progress', { answered: draft.answered, asked: draft.asked })
  return (
    <tr>
      <td className={styles.draft}>
        <LinkTo href={paths.draft(draft.id)} look="strong">
          {draft.name}
        </LinkTo>
        <span className={styles.small}>{[local(draft.templateTitle), names.of(draft.languages)].join(' · ')}</span>
        <span className={styles.progress}>
          <Progress label={progress} value={draft.asked === 0 ? 0 : draft.answered / draft.asked} />
          <span className={styles.small} aria-hidden="true">
            {draft.answered}/{draft.asked}
          </span>
        </span>
      </td>
      <td className={cx(styles.partner, draft.partner === '' && styles.faint)}>{draft.partner === '' ? t('drafts.noPartner') : draft.partner}</td>
      <td>
        <DraftState draft={draft} />
      </td>
      <td className={styles.edited}>
        <time dateTime={draft.updatedAt} title={longDateTime(draft.updatedAt, language)}>
          {relativeTime(draft.updatedAt, now, language)}
        </time>
      </td>
      <td className={styles.actions}>
        <MoreMenu
          label={t('drafts.menu', { name: draft.name })}
          actions={[
            { kind: 'action', id: 'open', label: t('drafts.open'), icon: 'agreement', onAction: () => actions.open(draft) },
            { kind: 'action', id: 'rename', label: t('drafts.rename'), icon: 'edit', onAction: onRename },
            ...(draft.kind === 'checklist'
              ? [{ kind: 'action' as const, id: 'again', label: t('checklist.again'), icon: 'restore' as const, onAction: () => repeat.start(draft) }]
              : []),
            { kind: 'action', id: 'duplicate', label: t('drafts.duplicate'), icon: 'copy', onAction: () => actions.duplicate(draft) },
            { kind: 'line', id: 'line' },
            { kind: 'action', id: 'trash', label: t('drafts.toTrash'), icon: 'trash', isDanger: true, onAction: () => actions.trash(draft) },
          ]}
        />
      </td>
    </tr>
  )
}
