import type { Agreement } from './agreement.ts'
import { AnswerDrop, answerText } from './answer-drop.ts'
import { formsWithGeneralPartner, type Party } from './answers.ts'
import type { Block, Inline, SignatureParty, TableColumn } from './document.ts'
import { formatAddress } from './format.ts'
import { columnWidths } from './column-widths.ts'
import { fillInlines } from './fill-inlines.ts'
import { fillLabel } from './fill-label.ts'
import type { Scope } from './interview.ts'
import { type Language, localize } from './language.ts'
import { partiesOfRole, type RoleParty } from './role-parties.ts'
import type { Question } from './template.ts'
import { type DocumentWords, documentWords } from './words.ts'

type Directive = { readonly name: string; readonly attributes: Readonly<Record<string, string>> }
type Annex = { readonly id: string; readonly label: string; readonly title: readonly Inline[] }
/** What a directive may draw from. */
export type DirectiveContext = { readonly agreement: Agreement; readonly scope: Scope; readonly language: Language; readonly annexes: readonly Annex[] }

/** Names of the directives a text may use. */
export const directiveNames = ['parties', 'signatures', 'annexes', 'table', 'pagebreak'] as const

/** Draws a directive as blocks. Unknown ones draw nothing; the linter refuses them. */
export function directiveBlocks(directive: Directive, context: DirectiveContext): readonly Block[] {
  switch (directive.name) {
    case 'parties':
      return roleParties(context).map((party, index) => partyBlock(party, index + 1, context))
    case 'signatures':
      return [{ kind: 'signatures', parties: roleParties(context).map((party) => signatureParty(party, context)) }]
    case 'annexes':
      return context.annexes.map(({ id, label, title }) => ({
        kind: 'paragraph',
        level: 1,
        marker: 'bullet',
        label: '',
        anchor: undefined,
        content: [
          { kind: 'reference', text: label, target: id, parts: [{ text: label, target: id }] },
          { kind: 'text', text: documentWords[context.language].colon },
          ...title,
        ],
      }))
    case 'table':
      return [tableBlock(directive.attributes, context)]
    case 'pagebreak':
      return [{ kind: 'pageBreak' }]
    default:
      return []
  }
}

const roleParties = ({ agreement, scope }: DirectiveContext): readonly RoleParty[] => agreement.content.roles.flatMap(({ id }) => partiesOfRole(id, scope))

function partyBlock({ role, path: place, party }: RoleParty, number: number, { language, agreement }: DirectiveContext): Block {
  const words = documentWords[language]
  const title = agreement.content.roles.find(({ id }) => id === role)?.title
  const answer: PartAnswer = (text, path, gap) =>
    text === '' ? [{ kind: 'gap', text: gap, question: `${place}.${path}` }] : fillInlines({ kind: 'answer', text, question: `${place}.${path}` }, {})
  const lines: (readonly Inline[])[] = [answer(party.address.city === '' ? '' : formatAddress(party.address, language), 'address', partWords[language].address)]
  if (party.register !== '') lines.push(answer(words.registered(party.register, party.registerCourt), 'register', ''))
  lines.push([...representation(party, words, answer, language), ...signatoryNames(party, words, answer, language)])
  const [before, after] = words.hereinafter(party.shortName)
  const [beforeBlank, afterBlank] = words.hereinafterOpen
  const short: readonly Inline[] =
    party.shortName === ''
      ? [
          { kind: 'text', text: beforeBlank },
          ...answer('', 'shortName', title ? localize(title, language) : partWords[language].shortName),
          ...textOf(afterBlank),
        ]
      : [{ kind: 'text', text: before }, ...shortNameInlines(after, party.shortName, place)]
  return { kind: 'party', label: `(${number})`, name: answer(party.name, 'name', partWords[language].name), lines, shortName: short }
}

const textOf = (text: string): readonly Inline[] => (text === '' ? [] : [{ kind: 'text', text }])

type PartAnswer = (text: string, path: string, gap: string) => readonly Inline[]

function representation(party: Party, words: DocumentWords, answer: PartAnswer, language: Language): readonly Inline[] {
  if (!formsWithGeneralPartner.includes(party.form)) return textOf(words.representedBy)
  const [before, after] = words.generalPartner
  return [...textOf(before), ...answer(party.generalPartner, 'generalPartner', partWords[language].generalPartner), ...textOf(after)]
}

/** Who signs, joined with "and"; a signatory still unknown is a gap, and so is the second one where two must sign. */
function signatoryNames(party: Party, words: DocumentWords, answer: PartAnswer, language: Language): readonly Inline[] {
  return expectedSignatories(party).flatMap(({ name, function: position }, index, all): readonly Inline[] => {
    const gap = position === '' ? partWords[language].signatories : position
    const [joint, lastJoint] = words.personJoints
    return [
      ...(index === 0 ? [] : textOf(index === all.length - 1 ? lastJoint : joint)),
      ...answer(name === '' || position === '' ? name : words.person(name, position), `signatories.${index}.name`, gap),
    ]
  })
}

/** The signatories as given, topped up with blanks to as many as must sign. */
function expectedSignatories(party: Party): Party['signatories'] {
  const given = party.signatories.filter(({ name, function: position }) => name !== '' || position !== '')
  const missing = Math.max(0, (party.signing === 'joint' ? 2 : 1) - given.length)
  return [...given, ...Array.from({ length: missing }, () => ({ name: '', function: '' }))]
}

function shortNameInlines(after: string, shortName: string, place: string): readonly Inline[] {
  const [before = '', rest = ''] = after.split(shortName)
  return [
    { kind: 'text', text: before },
    { kind: 'answer', text: shortName, question: `${place}.shortName`, strong: true },
    { kind: 'text', text: rest },
  ]
}

const partWords: Readonly<
  Record<
    Language,
    {
      readonly name: string
      readonly address: string
      readonly signatories: string
      readonly shortName: string
      readonly generalPartner: string
      readonly signatory: string
    }
  >
> = {
  de: {
    name: 'Name der Partei',
    address: 'Anschrift',
    signatories: 'Vertretung',
    shortName: 'Kurzname',
    generalPartner: 'Name der persönlich haftenden Gesellschafterin',
    signatory: 'Name',
  },
  en: {
    name: 'name of the party',
    address: 'address',
    signatories: 'representative',
    shortName: 'short name',
    generalPartner: 'name of the general partner',
    signatory: 'name',
  },
  ja: { name: '当事者名', address: '住所', signatories: '代表者', shortName: '略称', generalPartner: '無限責任社員', signatory: '氏名' },
}

/** Where a Japanese party sets its seal: behind the printed name. */
const sealSpace = '\u3000\u3000印'

/**
 * Whether a party is given room for its seal: a Japanese one, in a document with a Japanese text that is signed on paper. Every language of the
 * document prints it, because signatures run over the full width.
 */
function hasSealSpace(party: Party, { document, sign_form: form }: Scope): boolean {
  const hasJapanese = typeof document === 'object' && document !== null && 'hasJapanese' in document && document.hasJapanese === true
  const isElectronic = form instanceof AnswerDrop && electronicForms.includes(form.view.value)
  return hasJapanese && party.country === 'JP' && !isElectronic
}

/** Answers to "How will it be signed?" (shared clause final-provisions) that leave no paper. */
const electronicForms: readonly unknown[] = ['simple-esign', 'qes']

function signatureParty({ path: place, party }: RoleParty, { language, scope }: DirectiveContext): SignatureParty {
  const inline = (text: string, path: string): readonly Inline[] => fillInlines({ kind: 'answer', text, question: `${place}.${path}` }, {})
  const seal = hasSealSpace(party, scope) ? textOf(sealSpace) : []
  return {
    name: party.name === '' ? [{ kind: 'gap', text: partWords[language].name, question: `${place}.name` }] : inline(party.name, 'name'),
    placeAndDate: documentWords[language].placeAndDate,
    signatories: expectedSignatories(party).map((signatory, index) => ({
      name: [
        ...(signatory.name === ''
          ? [{ kind: 'gap', text: partWords[language].signatory, question: `${place}.signatories.${index}.name` } as const]
          : inline(signatory.name, `signatories.${index}.name`)),
        ...seal,
      ],
      function: inline(signatory.function, `signatories.${index}.function`),
    })),
  }
}

type ListQuestion = Extract<Question, { type: 'list' | 'table' }>

function tableBlock(attributes: Readonly<Record<string, string>>, { agreement, scope, language }: DirectiveContext): Block {
  const id = attributes['list'] ?? ''
  const question = agreement.questions.get(id)
  const drop = scope[id]
  if (!question || (question.type !== 'list' && question.type !== 'table') || !(drop instanceof AnswerDrop))
    return { kind: 'table', caption: '', columns: [], rows: [] }
  const names = (attributes['columns'] ?? question.fields.map((field) => field.id).join(',')).split(',').map((name) => name.trim())
  const items = Array.isArray(drop.view.value) ? drop.view.value.map((_, index) => drop.part(String(index))) : []
  const rows = items.map((item, index) => names.map((name) => tableCell(question, item, name, index)))
  const headers = names.map((name): readonly Inline[] => [{ kind: 'text', text: headerText(question, name, language) }])
  const widths = columnWidths([headers, ...rows])
  const columns = names.map((name, index): TableColumn => ({
    header: headers[index] ?? [],
    width: widths[index] ?? 0,
    align: isNumeric(question, name) ? 'end' : 'start',
  }))
  const empty: readonly Inline[] = question.required ? [{ kind: 'gap', text: drop.view.label, question: id }] : [{ kind: 'text', text: '–' }]
  return {
    kind: 'table',
    caption: fillLabel(agreement.content.roles, localize(question.label, language), scope, language),
    columns,
    rows: rows.length > 0 ? rows : [names.map((_, index) => (index === 0 ? empty : []))],
  }
}

const rowNumber: Readonly<Record<Language, string>> = { de: 'Nr.', en: 'No.', ja: '番号' }
const isRowNumber = (question: ListQuestion, name: string): boolean =>
  name === '#' || (name === 'number' && !question.fields.some((field) => field.id === name))

function headerText(question: ListQuestion, name: string, language: Language): string {
  if (isRowNumber(question, name)) return rowNumber[language]
  const field = question.fields.find(({ id }) => id === name)
  return field ? localize(field.label, language) : name
}

function tableCell(question: ListQuestion, item: AnswerDrop, name: string, index: number): readonly Inline[] {
  if (isRowNumber(question, name)) return [{ kind: 'text', text: String(index + 1) }]
  const part = item.part(name)
  const text = answerText(part.view)
  if (text !== undefined) return fillInlines({ kind: 'answer', text, question: part.view.path }, {})
  return part.view.isRequired && part.view.question?.when === undefined
    ? [{ kind: 'gap', text: part.view.label, question: part.view.path }]
    : [{ kind: 'text', text: '–' }]
}

const isNumeric = (question: ListQuestion, name: string): boolean => {
  const type = question.fields.find(({ id }) => id === name)?.type
  return type === 'money' || type === 'percent' || type === 'integer' || type === 'decimal'
}
