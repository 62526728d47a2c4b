import { partnerKinds, runFacts, runSubjects, type RunFactId } from '../../../engine/checklist-run.ts'
import { runPhases, runRoles } from '../../../engine/template.ts'
import { useSettings } from '../../app/settings.ts'
import { today } from '../../i18n/dates.ts'
import { useWords } from '../../i18n/i18n.ts'
import { gap } from '../../i18n/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { choiceOf, textOf } from '../drafting/editors/values.ts'
import styles from './checklist.module.css'
import type { Run } from './use-run.ts'

/** The choice that leaves a fact open, so that nothing is left out. */
const open = 'open'

/** The page before the topics: whose run it is, and what narrows the questions. */
export function AboutRun({ run }: { readonly run: Run }) {
  const { t, local, language } = useWords()
  const { content, answers, session } = run
  const facts = runFacts(answers)
  const name = (id: RunFactId) => ({
    value: textOf(answers[id]),
    onChange: (text: string) => session.answer(id, text),
    maxLength: 200,
  })
  const choose = (id: RunFactId) => (value: string) => session.answer(id, value === open ? undefined : value)
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{local(content.title)}</h1>
      <p className={styles.lead}>{[local(content.purpose), t('checklist.about.minutes', { minutes: content.minutes })].join(gap(language))}</p>
      <div className={styles.fields}>
        <TextField label={t('checklist.about.organisation')} description={t('checklist.about.organisationHelp')} {...name('organisation')} />
        <RadioCards
          layout="row"
          label={t('checklist.about.subject')}
          description={t('checklist.about.subjectHelp')}
          items={runSubjects.map((id) => ({ id, label: t(`checklist.about.subjects.${id}`) }))}
          value={facts.subject}
          onChange={choose('subject')}
        />
        {facts.subject === 'project' || textOf(answers['project']) !== '' ? <TextField label={t('checklist.about.project')} {...name('project')} /> : null}
        <TextField label={t('checklist.about.partner')} description={t('checklist.about.partnerHelp')} {...name('partner')} />
        <RadioCards
          layout="row"
          label={t('checklist.about.partnerKind')}
          items={[...partnerKinds.map((id) => ({ id, label: t(`checklist.about.partnerKinds.${id}`) })), { id: open, label: t('checklist.about.leaveOpen') }]}
          value={facts.partner_kind ?? open}
          onChange={choose('partner_kind')}
        />
        <RadioCards
          label={t('checklist.about.who')}
          description={t('checklist.about.whoHelp')}
          items={[
            ...runRoles.map((id) => ({ id, label: t(`checklist.about.roles.${id}`), help: t(`checklist.about.roleHelp.${id}`) })),
            { id: open, label: t('checklist.about.leaveOpen'), help: t('checklist.about.whoOpen') },
          ]}
          value={facts.who ?? open}
          onChange={choose('who')}
        />
        <RadioCards
          label={t('checklist.about.phase')}
          description={t('checklist.about.phaseHelp')}
          items={[
            ...runPhases.map((id) => ({ id, label: t(`checklist.phases.${id}`), help: t(`checklist.phaseHelp.${id}`) })),
            { id: open, label: t('checklist.about.leaveOpen'), help: t('checklist.about.phaseOpen') },
          ]}
          value={facts.phase ?? open}
          onChange={choose('phase')}
        />
        <HowMany run={run} />
        <DateField label={t('checklist.about.date')} value={choiceOf(answers['assessed_on'])} onChange={(date) => session.answer('assessed_on', date)} />
        {answers['assessed_on'] === undefined ? (
          <div>
            <Button onPress={() => session.answer('assessed_on', today(new Date()))}>{t('checklist.about.today')}</Button>
          </div>
        ) : null}
        <Assessor run={run} />
      </div>
    </div>
  )
}

/** What the choices above lead to; read out when they change it. */
function HowMany({ run: { result } }: { readonly run: Run }) {
  const { t, language } = useWords()
  return (
    <p className={styles.howMany} role="status">
      {[
        t('checklist.about.asked', { count: result.asked }),
        result.later.length === 0 ? t('checklist.about.noneLater') : t('checklist.about.later', { count: result.later.length }),
      ].join(gap(language))}
    </p>
  )
}

function Assessor({ run: { answers, session } }: { readonly run: Run }) {
  const { t } = useWords()
  const { settings } = useSettings()
  return (
    <TextField
      label={t('checklist.about.assessor')}
      placeholder={settings.authorName}
      value={textOf(answers['assessor'])}
      onChange={(text) => session.answer('assessor', text)}
      maxLength={200}
    />
  )
}
