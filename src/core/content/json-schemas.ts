import { z } from 'zod'
import { glossaryTermSchema } from '../../engine/glossary.ts'
import { guideFileSchema } from '../../engine/guide-content.ts'
import { suiteFileSchema } from '../../engine/suite-content.ts'
import { agreementFileSchema, checklistFileSchema, lawSchema, sharedClauseFileSchema } from '../../engine/template.ts'

const sources = {
  agreement: { schema: agreementFileSchema, title: 'Agreement (agreement.yaml)' },
  clause: { schema: sharedClauseFileSchema, title: 'Shared clause (clause.yaml)' },
  checklist: { schema: checklistFileSchema, title: 'Checklist (checklist.yaml)' },
  glossary: { schema: z.array(glossaryTermSchema), title: 'Glossary (glossary.yaml)' },
  guide: { schema: guideFileSchema, title: 'Decision guide (guide.yaml)' },
  suite: { schema: suiteFileSchema, title: 'Suite (suite.yaml)' },
  law: { schema: z.array(lawSchema), title: 'Laws cited (law.yaml)' },
} as const

/** The JSON Schemas of the YAML files an author writes, by file name, as text: an editor completes and checks with them. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(sources).map(([name, { schema, title }]) => {
      // Draft 7 is what YAML editors understand best; `input` because defaults may be left out.
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', reused: 'ref' })
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`] as const
    }),
  )
}
