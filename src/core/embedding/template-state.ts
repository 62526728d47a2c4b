import type { TemplateState } from '../../shared/contract/reopening.ts'
import type { EmbeddedDraft } from './embedded-draft.ts'

/** A template of this machine, as far as it matters here. */
type Installed = { readonly content: { readonly version: string }; readonly hash: string }

/** How the template a file was made from stands to the one of the same id on this machine. */
export function templateState({ template }: EmbeddedDraft, installed: Installed | undefined): TemplateState {
  if (installed === undefined) return 'notInstalled'
  if (installed.hash === template.contentHash) return 'same'
  return installed.content.version === template.version ? 'otherContent' : 'otherVersion'
}
