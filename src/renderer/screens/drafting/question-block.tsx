import { memo, useMemo } from 'react'
import type { Json } from '../../../engine/answers.ts'
import type { QuestionState } from '../../../engine/interview.ts'
import type { Localized } from '../../../engine/language.ts'
import type { Question } from '../../../engine/template.ts'
import { useWords } from '../../i18n/i18n.ts'
import { ExplainedText } from '../glossary/explained-text.tsx'
import { termsOfQuestion } from '../glossary/explained-words.ts'
import { TermDefinition } from '../glossary/term-definition.tsx'
import { useGlossary } from '../glossary/use-glossary.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PopoverHelp } from '../../ui/popover-help.tsx'
import { Notice } from '../../ui/states.tsx'
import type { Finding } from '../../../engine/findings.ts'
import { DraftingProvider, useDisplay, useDrafting, type Drafting } from './drafting-context.tsx'
import { FieldEditor } from './editors/field-editor.tsx'
import { NestedEditorProvider } from './editors/nested-editor.ts'
import { QuestionEditor } from './editors/question-editor.tsx'
import { FindingNotes } from './findings/finding-notes.tsx'
import { LawLinks } from './law-link.tsx'
import { problemText } from './problem-text.ts'
import { dependsOnOthers, shownWords } from './question-words.ts'
import styles from './question-block.module.css'

type QuestionBlockProps = {
  readonly state: QuestionState
  /** What the checks of the template say about this question now. */
  readonly findings: readonly Finding[]
}

/**
 * One question of the page. Typing changes the interview with every keystroke, but most questions look as before; only those whose
 * answer, messages or words changed are drawn again.
 */
export function QuestionBlock({ state, findings }: QuestionBlockProps) {
  const { language } = useWords()
  const drafting = useDrafting()
  const { question, isLeftOpen, isDefault, value, problems } = state
  const words = shownWords(question, drafting, language)
  // A list whose fields depend on answers elsewhere follows every change; others keep the view they were drawn with.
  const follows = dependsOnOthers(question, drafting.agreement) ? drafting.interview : undefined
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the interview is left out on purpose: `words` and `follows` say when it matters
  const view = useMemo(() => drafting, [words, follows, drafting.agreement, drafting.languages, drafting.answer, drafting.epoch])
  const signature = JSON.stringify([language, isLeftOpen, isDefault, value === undefined, problems, findings])
  return (
    <DraftingProvider value={view}>
      <Block state={state} findings={findings} raw={drafting.given(question.id)} signature={signature} view={view} />
    </DraftingProvider>
  )
}

type BlockProps = QuestionBlockProps & { readonly raw: Json | undefined; readonly signature: string; readonly view: Drafting }

/** Label, help, the control, what is wrong with the answer, and what there is to know. */
const Block = memo(
  function Block({ state, findings, raw }: BlockProps) {
    const { t, language, local, langOf } = useWords()
    const display = useDisplay()
    const { answer, epoch } = useDrafting()
    const { question, isLeftOpen, isDefault, problems } = state
    const shown = raw === undefined ? question.default : raw === null ? undefined : raw
    const problem = problems.find(({ code, path }) => code !== 'required' && (path === '' || question.type === 'party'))
    const description = [question.help, question.example === undefined ? undefined : question.example]
    const [help, example] = description
    return (
      <section className={styles.question} data-question-block={question.id} aria-label={display(question.label)}>
        {/* The cards of a contested point fill the window; under them nobody would see what a check says. */}
        {question.type === 'clause' ? <FindingNotes question={question} /> : null}
        <NestedEditorProvider value={FieldEditor}>
          <QuestionEditor
            key={epoch}
            question={question}
            value={shown}
            onChange={(value) => answer(question.id, value)}
            problems={problems}
            path={question.id}
            texts={{
              label: display(question.label),
              lang: langOf(question.label),
              optional: question.required ? undefined : t('app.optional'),
              description:
                help === undefined && example === undefined ? undefined : (
                  <>
                    {help === undefined ? null : <ExplainedText text={display(help)} lang={langOf(help)} />}
                    {example === undefined ? null : <span className={styles.example}>{t('questions.example', { example: display(example) })}</span>}
                  </>
                ),
              error: problem === undefined ? undefined : problemText(problem, question, t, language),
            }}
          />
        </NestedEditorProvider>
        {isLeftOpen ? (
          <div className={styles.open}>
            <Notice tone="medium" title={t('questions.leftOpen')}>
              {t('questions.leftOpenText')}
            </Notice>
          </div>
        ) : null}
        <SharedWith question={question.id} />
        {question.type === 'clause' ? null : <FindingNotes question={question} />}
        <QuestionHelp state={state} isPreset={isDefault && !isLeftOpen} />
        {findings.map((finding) => (
          <div key={finding.id} className={styles.open}>
            <Notice tone={finding.kind === 'hint' ? 'info' : finding.kind === 'error' ? 'high' : 'medium'} title={local(finding.message)}>
              {finding.fix === undefined ? null : <span lang={langOf(finding.fix)}>{local(finding.fix)}</span>}
            </Notice>
          </div>
        ))}
      </section>
    )
  },
  (before, after) => before.raw === after.raw && before.signature === after.signature && before.view === after.view,
)

/** Which other documents of the set have this question, and whether their answer is the same. */
function SharedWith({ question }: { readonly question: string }) {
  const { t, local } = useWords()
  const { suite } = useDrafting()
  const shared = suite?.shared.find((candidate) => candidate.question === question)
  if (shared === undefined) return null
  const titles = (documents: readonly Localized[]): string => documents.map(local).join(' · ')
  return (
    <p className={styles.shared}>
      <Icon name="copy" size={14} />
      <span>
        {shared.sameIn.length === 0 ? null : t('suites.sameIn', { documents: titles(shared.sameIn) })}{' '}
        {shared.differsIn.length === 0 ? null : t('suites.differsIn', { documents: titles(shared.differsIn) })}
      </span>
    </p>
  )
}

function QuestionHelp({ state, isPreset }: { readonly state: QuestionState; readonly isPreset: boolean }) {
  const { t, langOf } = useWords()
  const display = useDisplay()
  const { agreement, answer } = useDrafting()
  const { question, isLeftOpen } = state
  return (
    <div className={styles.help}>
      {isPreset ? <span className={styles.preset}>{t('questions.preset')}</span> : null}
      {question.why === undefined ? null : (
        <PopoverHelp label={t('questions.why')} title={t('questions.why')}>
          <p lang={langOf(question.why)}>{display(question.why)}</p>
        </PopoverHelp>
      )}
      {question.usual === undefined ? null : (
        <PopoverHelp label={t('questions.usual')} title={t('questions.usual')}>
          <p lang={langOf(question.usual)}>{display(question.usual)}</p>
        </PopoverHelp>
      )}
      {question.japan === undefined ? null : (
        <PopoverHelp label={t('questions.japan')} title={t('questions.japan')}>
          <p lang={langOf(question.japan)}>{display(question.japan)}</p>
        </PopoverHelp>
      )}
      <LawLinks laws={question.laws} entries={agreement.content.lawEntries} />
      <WordsOf question={question} />
      <span className={styles.leave}>
        {isLeftOpen ? (
          <Button variant="link" onPress={() => answer(question.id, undefined)}>
            {t('questions.closeAgain')}
          </Button>
        ) : (
          <Button variant="link" onPress={() => answer(question.id, null)}>
            {t('questions.leaveOpen')}
          </Button>
        )}
      </span>
    </div>
  )
}

/** The words of the glossary in all texts of a question, alternatives included: within reach of the keyboard where a choice holds the text itself. */
function WordsOf({ question }: { readonly question: Question }) {
  const { t, language } = useWords()
  const glossary = useGlossary()
  if (glossary === undefined) return null
  const terms = termsOfQuestion(question, language, glossary).flatMap((id) => glossary.term(id) ?? [])
  if (terms.length === 0) return null
  return (
    <PopoverHelp label={t('glossary.words', { count: terms.length })} title={t('glossary.wordsTitle')}>
      {terms.map((term) => (
        <div key={term.id}>
          <TermDefinition term={term} />
        </div>
      ))}
    </PopoverHelp>
  )
}
