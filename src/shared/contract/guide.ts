import { z } from 'zod'
import { guidePackageSchema } from '../../engine/guide-content.ts'
import { procedure } from './procedure.ts'

/** Answers given to the guide, as options by question. Unknown ones are passed over, so that an older page still opens a draft. */
export const guideAnswersSchema = z.record(z.string().max(100), z.string().max(100))

/** The guide that says which agreement fits. */
export const guideContract = {
  /** Answers `guideMissing` when the templates have none that can be read. */
  get: procedure.output(guidePackageSchema),
}
