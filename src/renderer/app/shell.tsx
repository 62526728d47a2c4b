import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/i18n.ts'
import type { TextKey } from '../i18n/texts.ts'
import { cx } from '../ui/cx.ts'
import { Icon, Mark, type IconName } from '../ui/icon.tsx'
import { PlainLink } from '../ui/plain.tsx'
import { api } from './api.ts'
import { paths } from './paths.ts'
import styles from './shell.module.css'
import { SystemProblems } from './system-problems.tsx'

type Place = { readonly path: string; readonly label: TextKey; readonly icon: IconName; readonly count?: number | undefined }

/** The frame of every screen that is not a draft: the places on the left, the screen beside them. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useWords()
  const drafts = useQuery(api.drafts.list.queryOptions({ input: {} }))
  const trash = useQuery(api.drafts.list.queryOptions({ input: { isTrash: true } }))
  const count = (kind: string) => drafts.data?.filter((draft) => draft.kind === kind).length
  const places: readonly Place[] = [
    { path: paths.home, label: 'app.places.home', icon: 'home' },
    { path: paths.guide, label: 'app.places.guide', icon: 'guide' },
    { path: paths.checklists, label: 'app.places.checklists', icon: 'checklist', count: count('checklist') },
    { path: paths.agreements, label: 'app.places.agreements', icon: 'agreement', count: count('agreement') },
    { path: paths.templates, label: 'app.places.templates', icon: 'library' },
    { path: paths.glossary, label: 'app.places.glossary', icon: 'glossary' },
    { path: paths.trash, label: 'app.places.trash', icon: 'trash', count: trash.data?.length },
  ]
  const last: readonly Place[] = [
    { path: paths.settings, label: 'app.places.settings', icon: 'settings' },
    { path: paths.about, label: 'app.places.about', icon: 'info' },
  ]
  return (
    <div className={styles.shell}>
      <nav className={styles.sidebar} aria-label={t('app.places.label')}>
        <div className={styles.brand}>
          <Mark size={26} />
          <span>{t('app.name')}</span>
        </div>
        <ul className={styles.places}>
          {places.map((place) => (
            <PlaceLink key={place.path} place={place} />
          ))}
        </ul>
        <ul className={cx(styles.places, styles.last)}>
          {last.map((place) => (
            <PlaceLink key={place.path} place={place} />
          ))}
        </ul>
        <p className={styles.offline}>{t('app.offline')}</p>
      </nav>
      <main className={styles.main}>
        <SystemProblems />
        {children}
      </main>
    </div>
  )
}

function PlaceLink({ place }: { readonly place: Place }) {
  const { t } = useWords()
  const isHere = useLocation({ select: (location) => location.pathname === place.path })
  return (
    <li>
      <PlainLink href={place.path} className={cx(styles.place, isHere && styles.here)} isCurrentPage={isHere}>
        <Icon name={place.icon} size={17} />
        <span className={styles.placeLabel}>{t(place.label)}</span>
        {place.count === undefined || place.count === 0 ? null : <span className={styles.count}>{place.count}</span>}
      </PlainLink>
    </li>
  )
}
