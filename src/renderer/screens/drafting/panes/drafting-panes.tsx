import { useState, type ReactNode } from 'react'
import { useCommand } from '../../../app/commands.ts'
import { useMedia } from '../../../app/media.ts'
import { useKeys } from '../../../app/platform.ts'
import { useChangeSettings, useSettings } from '../../../app/settings.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { IconButton } from '../../../ui/button.tsx'
import { TermCards } from '../../glossary/term-cards.tsx'
import { cx } from '../../../ui/cx.ts'
import { Divider } from '../../../ui/divider.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import styles from './drafting-panes.module.css'

type DraftingPanesProps = {
  readonly outline: ReactNode
  readonly questions: ReactNode
  /** Absent where what stands in the middle needs the whole width. */
  readonly document?: ReactNode
  readonly tab: 'questions' | 'document'
  readonly onTab: (tab: 'questions' | 'document') => void
}

const outlineMinimum = 180
const outlineMaximum = 420
const documentMinimum = 340
const questionsMinimum = 400

/** Three panes side by side that remember their widths; on less room the document is a tab beside the questions, and the outline opens on demand. */
export function DraftingPanes({ outline, questions, document, tab, onTab }: DraftingPanesProps) {
  const { t } = useWords()
  const keys = useKeys()
  const { settings } = useSettings()
  const change = useChangeSettings()
  const hasThree = useMedia('(min-width: 1200px)')
  const hasTwo = useMedia('(min-width: 861px)')
  const [outlineWidth, setOutlineWidth] = useState<number>()
  const [documentWidth, setDocumentWidth] = useState<number>()
  const widthOfOutline = Math.min(Math.max(outlineWidth ?? settings.outlineWidth, outlineMinimum), outlineMaximum)
  const widthOfDocument = documentWidth ?? settings.documentWidth
  const isOutlineShown = hasTwo && settings.isOutlineOpen
  const hasDocument = document !== undefined
  const isDocumentShown = hasThree && hasDocument && settings.isDocumentOpen
  const toggleOutline = () => change({ isOutlineOpen: !settings.isOutlineOpen })
  const toggleDocument = () => (hasThree ? change({ isDocumentOpen: !settings.isDocumentOpen }) : onTab(tab === 'document' ? 'questions' : 'document'))
  useCommand('toggleOutline', toggleOutline)
  useCommand('toggleDocument', toggleDocument)
  const room = window.innerWidth - (isOutlineShown ? widthOfOutline : 0) - questionsMinimum

  const outlineToggle = (
    <IconButton
      icon="panelLeft"
      label={settings.isOutlineOpen ? t('drafting.panes.hideOutline') : t('drafting.panes.showOutline')}
      keys={keys('toggleOutline')}
      onPress={toggleOutline}
    />
  )
  // With the outline open and no document beside the middle there is nothing to open or close.
  const isBarEmpty = isOutlineShown && !hasDocument
  const bar = isBarEmpty ? null : (
    <div className={styles.bar}>
      {hasTwo ? (
        isOutlineShown ? null : (
          outlineToggle
        )
      ) : (
        <Drawer label={t('drafting.outline.label')} icon="panelLeft">
          {outline}
        </Drawer>
      )}
      <span className={styles.spacer} />
      {hasThree && hasDocument ? (
        <IconButton
          icon="panelRight"
          label={settings.isDocumentOpen ? t('drafting.panes.hideDocument') : t('drafting.panes.showDocument')}
          keys={keys('toggleDocument')}
          onPress={toggleDocument}
        />
      ) : null}
    </div>
  )
  return (
    // One main landmark around all three panes, so that the lines between them belong somewhere too.
    <main className={styles.panes}>
      <TermCards>
        {isOutlineShown ? (
          <>
            <div className={styles.outline} style={{ width: widthOfOutline }}>
              <div className={styles.toggle}>{outlineToggle}</div>
              {outline}
            </div>
            <Divider
              label={t('drafting.panes.resizeOutline')}
              value={widthOfOutline}
              minimum={outlineMinimum}
              maximum={outlineMaximum}
              side="start"
              onResize={setOutlineWidth}
              onSettle={(width) => change({ outlineWidth: width })}
            />
          </>
        ) : null}
        {hasThree || !hasDocument ? (
          <div className={cx(styles.questions, !hasDocument && styles.whole)}>
            {bar}
            <div className={styles.fill}>{questions}</div>
          </div>
        ) : (
          <div className={styles.questions}>
            {bar}
            <div className={styles.fill}>
              <Tabs
                label={t('drafting.panes.tabs')}
                value={tab}
                onChange={(id) => onTab(id === 'document' ? 'document' : 'questions')}
                items={[
                  { id: 'questions', label: t('drafting.panes.questions'), content: questions },
                  { id: 'document', label: t('drafting.panes.document'), content: document },
                ]}
              />
            </div>
          </div>
        )}
        {isDocumentShown ? (
          <>
            <Divider
              label={t('drafting.panes.resizeDocument')}
              value={Math.min(widthOfDocument, room)}
              minimum={documentMinimum}
              maximum={Math.max(documentMinimum, room)}
              side="end"
              onResize={setDocumentWidth}
              onSettle={(width) => change({ documentWidth: width })}
            />
            <div className={styles.document} style={{ width: widthOfDocument, maxWidth: Math.max(documentMinimum, room) }}>
              {document}
            </div>
          </>
        ) : null}
      </TermCards>
    </main>
  )
}
