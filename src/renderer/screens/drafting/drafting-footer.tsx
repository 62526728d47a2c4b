import type { PageState } from '../../../engine/interview.ts'
import type { DraftView } from '../../app/paths.ts'
import { useKeys } from '../../app/platform.ts'
import { useWords } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { PlainButton } from '../../ui/plain.tsx'
import { BalanceInBrief } from './balance/alternative-effect.tsx'
import { useBalance } from './balance/balance-context.ts'
import { useDisplay } from './drafting-context.tsx'
import styles from './drafting-footer.module.css'
import type { FindingGroups } from './finding-groups.ts'

type DraftingFooterProps = {
  readonly groups: FindingGroups
  readonly pages: readonly PageState[]
  readonly position: number
  readonly view: DraftView
  readonly onPage: (id: string | undefined) => void
  readonly onOpenPoints: () => void
  readonly onBalance: () => void
}

/** What is open in the whole draft, and the way to the next page. */
export function DraftingFooter({ groups, pages, position, view, onPage, onOpenPoints, onBalance }: DraftingFooterProps) {
  const { t } = useWords()
  const display = useDisplay()
  const keys = useKeys()
  const hasBalance = (useBalance()?.balance.topics.length ?? 0) > 0
  const before = view === 'questions' ? pages[position - 1] : pages[position]
  const next = view === 'questions' ? pages[position + 1] : undefined
  return (
    <footer className={styles.footer}>
      <PlainButton className={cx(styles.pill)} onPress={onOpenPoints}>
        <span className={cx(styles.bullet, groups.open.length > 0 ? styles.medium : styles.low)} />
        {t('drafting.footer.openPoints', { count: groups.open.length })}
      </PlainButton>
      <PlainButton className={cx(styles.pill)} onPress={onOpenPoints}>
        <span className={cx(styles.bullet, groups.risks.length > 0 ? styles.high : styles.low)} />
        {t('drafting.footer.risks', { count: groups.risks.length })}
      </PlainButton>
      {hasBalance ? (
        <PlainButton className={cx(styles.pill)} onPress={onBalance}>
          <BalanceInBrief />
        </PlainButton>
      ) : null}
      <span className={styles.spacer} />
      {before === undefined ? null : (
        <Button keys={keys('previousPage')} onPress={() => onPage(before.page.id)}>
          {view === 'questions' ? t('drafting.footer.back') : t('drafting.footer.backToQuestions')}
        </Button>
      )}
      {view !== 'questions' ? null : next === undefined ? (
        <Button variant="primary" onPress={onOpenPoints}>
          {t('drafting.footer.finish')}
        </Button>
      ) : (
        <Button variant="primary" keys={keys('nextPage')} onPress={() => onPage(next.page.id)}>
          {t('drafting.footer.next', { page: display(next.page.short) })}
        </Button>
      )}
    </footer>
  )
}
