import { describe, expect, test } from 'vitest'
import { compileAgreement } from './agreement.ts'
import type { Answers } from './answers.ts'
import { createAssembler } from './assemble.ts'
import { type Block, inlineText } from './document.ts'
import { interview } from './interview.ts'
import { documentText } from './plain-text.ts'
import { summarize } from './summary.ts'
import { type AgreementPackage, agreementPackageSchema } from './template.ts'

const both = (de: string, en: string): { readonly de: string; readonly en: string } => ({ de, en })

function consortium(list: { readonly required: boolean; readonly minItems?: number }): AgreementPackage {
  const text = "# Vertrag\n\n::parties\n\n## Kern {#core}\n\n{{ members | list: 'party' }}\n\n## Ende {#end .closing}\n\n::signatures\n"
  return agreementPackageSchema.parse({
    kind: 'agreement',
    id: 'consortium',
    version: '1.0.0',
    title: both('Vertrag', 'Agreement'),
    purpose: both('Zweck', 'Purpose'),
    form: { kind: 'none', note: both('keine', 'none') },
    roles: [
      { id: 'coordinator', title: both('Koordinator', 'Coordinator') },
      { id: 'members', title: both('Mitglied', 'Member') },
    ],
    pages: [
      {
        id: 'parties',
        title: both('Wer?', 'Who?'),
        short: both('Parteien', 'Parties'),
        questions: [
          { id: 'coordinator', type: 'party', label: both('Koordinator', 'Coordinator') },
          {
            id: 'members',
            type: 'list',
            label: both('Mitglieder', 'Members'),
            ...list,
            fields: [
              { id: 'task', type: 'text', required: false, label: both('Aufgabe', 'Task') },
              { id: 'party', type: 'party', label: both('Partei', 'Party') },
            ],
          },
        ],
      },
    ],
    lawEntries: [],
    texts: { de: text, en: text },
  })
}

const party = (name: string, shortName: string): Answers[string] => ({
  name,
  shortName,
  form: 'GmbH',
  signatories: [{ name: `${shortName} A.`, function: 'CEO' }],
})
const answers: Answers = {
  coordinator: party('Alpha GmbH', 'Alpha'),
  members: [{ party: party('Beta GmbH', 'Beta') }, { task: 'Prüfung', party: party('Gamma GmbH', 'Gamma') }],
}

function blocksOf(content: AgreementPackage, given: Answers): readonly Block[] {
  const agreement = compileAgreement(content)
  const document = createAssembler(agreement)(given, ['en'], interview(agreement, given, ['en']))
  return document.sections.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
}

const partyNames = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'party' ? [`${block.label} ${inlineText(block.name)}`] : []))
const signingNames = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'signatures' ? block.parties.map(({ name }) => inlineText(name)) : []))

describe('a role that is a list of parties', () => {
  test('prints every item as a party and lets every item sign, in the place of the role', () => {
    const blocks = blocksOf(consortium({ required: true, minItems: 2 }), answers)
    expect(partyNames(blocks)).toEqual(['(1) Alpha GmbH', '(2) Beta GmbH', '(3) Gamma GmbH'])
    expect(signingNames(blocks)).toEqual(['Alpha GmbH', 'Beta GmbH', 'Gamma GmbH'])
  })

  test('leads every printed word back to the field of its item', () => {
    const names = blocksOf(consortium({ required: true }), answers).flatMap((block) => (block.kind === 'party' ? block.name : []))
    expect(names.flatMap((inline) => (inline.kind === 'answer' ? [inline.question] : []))).toEqual([
      'coordinator.name',
      'members.0.party.name',
      'members.1.party.name',
    ])
  })

  test('shows blanks for the parties a required list still needs', () => {
    const content = consortium({ required: true, minItems: 3 })
    const blocks = blocksOf(content, answers)
    expect(partyNames(blocks)).toHaveLength(4)
    expect(signingNames(blocks).at(-1)).toBe('name of the party')
    expect(partyNames(blocksOf(content, {}))).toHaveLength(4)
  })

  test('prints nobody for an optional list without items', () => {
    const blocks = blocksOf(consortium({ required: false, minItems: 2 }), { coordinator: answers['coordinator'] ?? null })
    expect(partyNames(blocks)).toEqual(['(1) Alpha GmbH'])
    expect(signingNames(blocks)).toEqual(['Alpha GmbH'])
  })

  test('keeps a wrong shape from breaking the others', () => {
    const blocks = blocksOf(consortium({ required: true }), {
      ...answers,
      members: ['Beta', null, { party: 'Gamma' }, { party: party('Delta GmbH', 'Delta') }],
    })
    expect(partyNames(blocks).at(-1)).toBe('(5) Delta GmbH')
  })

  test('names all parties in the list of drafts', () => {
    expect(summarize(consortium({ required: true }), answers, ['en']).partner).toBe('Alpha · Beta · Gamma')
  })

  test('prints the short names in a sentence', () => {
    const content = consortium({ required: true })
    const agreement = compileAgreement(content)
    expect(documentText(createAssembler(agreement)(answers, ['en'], interview(agreement, answers, ['en'])))).toContain('Beta and Gamma')
  })
})
