import { compileGuide, type GuideAnswers, guidePrefill } from '../../engine/guide.ts'
import type { GuidePackage } from '../../engine/guide-content.ts'
import type { Answers } from '../../engine/answers.ts'
import type { ContentPackage } from '../../engine/template.ts'
import { AppError } from '../../shared/errors.ts'
import type { Implementer } from './implementer.ts'
import type { Library } from './library.ts'
import type { Services } from './services.ts'

/** The guide that says which agreement fits. */
export function implementGuide(implementer: Implementer, { library }: Services) {
  return implementer.guide.router({ get: implementer.guide.get.handler(() => requireGuide(library)) })
}

function requireGuide(library: Library): GuidePackage {
  const guide = library.guide()
  if (guide === undefined) throw new AppError('guideMissing')
  return guide
}

/** What a draft of this content begins with after these answers to the guide; nothing for a checklist. Throws `guideMissing` without a guide. */
export function answersFromGuide(library: Library, content: ContentPackage, answers: GuideAnswers): Answers {
  const guide = compileGuide(requireGuide(library))
  if (content.kind !== 'agreement') return {}
  return guidePrefill(guide, answers, content.id, new Set(content.pages.flatMap(({ questions }) => questions.map(({ id }) => id))))
}
