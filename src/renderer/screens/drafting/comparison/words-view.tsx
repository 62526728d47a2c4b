import type { AssembledDocument } from '../../../../engine/document.ts'
import { useCommand } from '../../../app/commands.ts'
import { useKeys } from '../../../app/platform.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { IconButton } from '../../../ui/button.tsx'
import documentStyles from '../document/document.module.css'
import { SectionView } from '../document/section-view.tsx'
import { StillDocument } from '../document/still-document.ts'
import styles from './comparison.module.css'
import { useChangeSteps } from './use-change-steps.ts'

type WordsViewProps = {
  readonly redline: AssembledDocument
  /** A section to begin at, by its place in the redline. */
  readonly section: number | undefined
}

/** The document with what was put in underlined and what was taken out struck through, and the way from change to change. */
export function WordsView({ redline, section }: WordsViewProps) {
  const { t } = useWords()
  const keys = useKeys()
  const { sheet, count, position, go } = useChangeSteps(redline, section)
  useCommand('nextPage', () => go(1))
  useCommand('previousPage', () => go(-1))
  return (
    <>
      <div className={styles.steps} role="group" aria-label={t('comparison.words.steps')}>
        <IconButton icon="up" label={t('comparison.words.previous')} keys={keys('previousPage')} isDisabled={count === 0} onPress={() => go(-1)} />
        <IconButton icon="down" label={t('comparison.words.next')} keys={keys('nextPage')} isDisabled={count === 0} onPress={() => go(1)} />
        <span role="status" className={styles.position}>
          {position === undefined ? t('comparison.words.count', { count }) : t('comparison.words.position', { position: position + 1, count })}
        </span>
        <span className={styles.legend} aria-hidden="true">
          <ins className={documentStyles.inserted}>{t('comparison.words.inserted')}</ins>
          <del className={documentStyles.deleted}>{t('comparison.words.deleted')}</del>
        </span>
      </div>
      <div className={styles.paper}>
        <div ref={sheet} className={documentStyles.sheet} data-bilingual={redline.languages.length > 1 ? '' : undefined}>
          <StillDocument value={true}>
            {redline.sections.map((part, index) => (
              // A section that moved is there twice, so its place is what tells it apart.
              <div key={index} data-section-index={index}>
                <SectionView section={part} languages={redline.languages} />
              </div>
            ))}
          </StillDocument>
          <div className={documentStyles.version}>{redline.version}</div>
        </div>
      </div>
    </>
  )
}
