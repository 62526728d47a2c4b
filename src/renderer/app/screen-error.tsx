import { useWords } from '../i18n/i18n.ts'
import { Button, LinkTo } from '../ui/button.tsx'
import { EmptyState } from '../ui/states.tsx'
import { describeFailure } from './failure.ts'
import { paths } from './paths.ts'
import styles from './screen.module.css'

/** What a screen shows instead of itself when it cannot be shown: what happened, what was kept, what to do. */
export function ScreenError({ error, onRetry, isWhole = false }: { readonly error: unknown; readonly onRetry: () => void; readonly isWhole?: boolean }) {
  const { t } = useWords()
  const failure = describeFailure(error, t)
  const body = (
    <div className={styles.center} role="alert">
      <EmptyState
        level={isWhole ? 1 : 2}
        title={failure.what}
        action={
          <>
            <Button variant="primary" onPress={onRetry}>
              {t('app.tryAgain')}
            </Button>
            <LinkTo href={paths.home}>{t('app.toHome')}</LinkTo>
          </>
        }
      >
        {failure.next}
      </EmptyState>
    </div>
  )
  return isWhole ? <main>{body}</main> : body
}
