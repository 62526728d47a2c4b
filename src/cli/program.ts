import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import type { LintOptions } from './commands/lint.ts'
import type { AssessOptions } from './commands/assess.ts'
import type { BatchOptions } from './commands/batch.ts'
import type { ChangesOptions } from './commands/changes.ts'
import type { CheckOptions } from './commands/check.ts'
import type { CompareOptions } from './commands/compare.ts'
import type { DraftOptions } from './commands/draft.ts'
import type { GuideOptions } from './commands/guide.ts'
import type { PreviewOptions } from './commands/preview.ts'
import type { ReopenOptions } from './commands/reopen.ts'
import type { SuiteOptions } from './commands/suite.ts'
import type { TemplateFolders } from '../core/content/read-sources.ts'
import { exitCodes } from './failure.ts'

type Given<Options> = Omit<Options, 'templates' | 'version'>
type Json = { readonly json?: true }

/** The templates that come with the program. */
const shippedTemplates = resolve(import.meta.dirname, '../../templates')

/**
 * The commands with their options. Each loads its code only when it runs, so that `--help` and lists answer at once and a text needs no PDF library.
 * `end` receives the exit code of commands that have one besides 0.
 */
export function createProgram(version: string, end: (code: number) => void): Command {
  const program = new Command('musubi')
    .description('Drafts partnership agreements and assesses checklists without a window. Informs; gives no legal advice.')
    .version(version)
    .addOption(new Option('--templates <folder>', 'use the templates in another folder').default(shippedTemplates, 'those that come with Musubi'))
    .addOption(new Option('--own <folder>', 'your own templates: they add to the others, or take their place by id').env('MUSUBI_OWN_TEMPLATES'))
    .helpCommand(false)
    .showHelpAfterError('(musubi --help shows all commands, musubi COMMAND --help one)')
    .exitOverride()
  const templates = (): TemplateFolders => {
    const { templates: shipped, own } = program.opts<{ templates: string; own?: string }>()
    return own === undefined || own === '' ? resolve(shipped) : [resolve(shipped), resolve(own)]
  }

  const json = ['--json', 'as JSON for programs, see docs/command-line.md'] as const
  const answers = ['--answers <file>', 'YAML or JSON keyed by question id; "-" reads standard input'] as const
  const language = ['--language <languages>', 'de, en, ja, or two columns such as de+en'] as const
  const date = ['--date <day>', 'date of the document instead of today; the same input then gives the same bytes'] as const
  const noData = ['--no-data', 'without the answers and the template inside; the files cannot be reopened then'] as const
  const author = ['--author <name>', 'author in the properties of the file'] as const

  program
    .command('agreements')
    .description('list the agreements')
    .option(...json)
    .action(async (options: Json) => (await import('./commands/list.ts')).list('agreement', { ...options, templates: templates() }))
  program
    .command('checklists')
    .description('list the checklists')
    .option(...json)
    .action(async (options: Json) => (await import('./commands/list.ts')).list('checklist', { ...options, templates: templates() }))
  program
    .command('guide')
    .description('which agreements fit, in which order, and who owns what; without answers the questions of the guide')
    .option('--answers <file>', 'YAML or JSON with the id of an option by question; "-" reads standard input')
    .option('--language <language>', 'de, en or ja', 'en')
    .option(...json)
    .action(async (options: Given<GuideOptions>) => (await import('./commands/guide.ts')).guide({ ...options, templates: templates() }))
  program
    .command('questions <id>')
    .description('the interview of an agreement or checklist, every question with id and type')
    .option(...json)
    .action(async (id: string, options: Json) => (await import('./commands/questions.ts')).questions(id, { ...options, templates: templates() }))
  program
    .command('draft <id>')
    .description('write the filled agreement; without --gaps only when nothing required is missing')
    .requiredOption(...answers)
    .option(...language)
    .option('--pdf <file>', 'write a PDF')
    .option('--fillable', 'with fields for place, date and signature in the PDF')
    .option('--docx <file>', 'write a Word file')
    .option('--text [file]', 'write plain text, to standard output without a file')
    .option('--gaps', 'print missing answers as marked gaps instead of refusing')
    .addOption(new Option('--draft <number>', 'number of the draft in the header').default('1').conflicts('final'))
    .addOption(new Option('--final', 'no draft mark').conflicts(['watermark', 'notes']))
    .option('--watermark', 'with a watermark that says it is a draft')
    .option('--notes', 'with the notes for the drafter')
    .option(...date)
    .option(...author)
    .option(...noData)
    .action(async (id: string, options: Given<DraftOptions>) =>
      (await import('./commands/draft.ts')).draft(id, { ...options, templates: templates(), version }),
    )
  program
    .command('batch <id>')
    .description('one PDF and DOCX for each row of a table (CSV); rows with problems do not stop the others')
    .option('--table <file>', 'CSV with one agreement a row; the header names questions, or parts of answers such as company.name')
    .option('--out <folder>', 'where the files go; made when it is not there')
    .option('--empty-table <file>', 'write a table with all columns and a sample row to begin with, and nothing else')
    .option('--answers <file>', 'YAML or JSON with answers that are the same in every row')
    .option(...language)
    .option('--format <formats>', 'pdf, docx or both', 'pdf,docx')
    .option('--gaps', 'print missing answers as marked gaps instead of refusing the row')
    .option('--jobs <number>', 'rows written at the same time; one less than there are processor cores if not said')
    .addOption(new Option('--overwrite', 'replace files that are there already').conflicts('skipExisting'))
    .option('--skip-existing', 'leave out rows whose files are there already, to go on after a stop')
    .addOption(new Option('--draft <number>', 'number of the drafts in the header').default('1').conflicts('final'))
    .addOption(new Option('--final', 'no draft mark').conflicts('watermark'))
    .option('--watermark', 'with a watermark that says it is a draft')
    .option(...date)
    .option(...author)
    .option(...noData)
    .option(...json)
    .action(async (id: string, options: Given<BatchOptions>) =>
      end(await (await import('./commands/batch.ts')).batch(id, { ...options, templates: templates(), version })),
    )
  program
    .command('suite [id]')
    .description('several documents from one set of answers, with a term sheet and the open points; without answers its questions, without a name the suites')
    .option('--answers <file>', 'YAML or JSON keyed by the names of the suite; "-" reads standard input')
    .option('--out <folder>', 'where the files go; made when it is not there')
    .option(...language)
    .option('--format <formats>', 'pdf, docx or both', 'pdf,docx')
    .option('--gaps', 'print missing answers as marked gaps instead of refusing')
    .addOption(new Option('--draft <number>', 'number of the draft in the header').default('1').conflicts('final'))
    .addOption(new Option('--final', 'no draft mark').conflicts('watermark'))
    .option('--watermark', 'with a watermark that says it is a draft')
    .option(...date)
    .option(...author)
    .option(...noData)
    .option(...json)
    .action(async (id: string | undefined, options: Given<SuiteOptions>) =>
      (await import('./commands/suite.ts')).suite(id, { ...options, templates: templates(), version }),
    )
  program
    .command('check <id>')
    .description('everything missing, inconsistent or risky, one a line')
    .requiredOption(...answers)
    .option(...language)
    .option(...json)
    .action(async (id: string, options: Given<CheckOptions>) =>
      end(await (await import('./commands/check.ts')).check(id, { ...options, templates: templates() })),
    )
  program
    .command('compare <old> <new>')
    .description('what differs between two exported files, two answers files, or the untouched "template" and one; without output options as a summary')
    .option('--agreement <id>', 'the agreement that answers files belong to')
    .option(...language)
    .option('--docx <file>', 'write a redline as Word file with tracked changes')
    .option('--pdf <file>', 'write a redline as PDF')
    .option('--text [file]', 'write the text with [-old-] and {+new+}, to standard output without a file')
    .option(...json)
    .option('--author <name>', 'author of the changes')
    .option('--date <day>', 'date of the changes instead of today; the same input then gives the same bytes')
    .option('--reason <text>', 'why, as a Word comment on each changed clause')
    .action(async (before: string, after: string, options: Given<CompareOptions>) =>
      (await import('./commands/compare.ts')).compare(before, after, { ...options, templates: templates() }),
    )
  program
    .command('assess <id>')
    .description('result and report of a checklist')
    .requiredOption(...answers)
    .option('--previous <file>', 'the run before, to compare with: its answers, or the exported report')
    .option(...language)
    .option('--pdf <file>', 'write the report as PDF')
    .option('--docx <file>', 'write the report as Word file')
    .option('--text [file]', 'write the report as plain text, to standard output without a file')
    .option('--ics <file>', 'write the open actions that have a date as calendar')
    .option('--csv <file>', 'write the action plan as table')
    .option(...json)
    .option(...date)
    .option(...author)
    .option(...noData)
    .action(async (id: string, options: Given<AssessOptions>) =>
      (await import('./commands/assess.ts')).assess(id, { ...options, templates: templates(), version }),
    )
  program
    .command('reopen <file>')
    .description('the answers inside an exported PDF or Word file, as JSON; what the file is and whether it was altered on standard error')
    .option('--json', 'everything the file says about itself with the answers in it, see docs/command-line.md')
    .option('--docx <file>', 'write the Word file that is inside a PDF')
    .action(async (file: string, options: Given<ReopenOptions>) => (await import('./commands/reopen.ts')).reopen(file, { ...options, templates: templates() }))
  program
    .command('changes <file>')
    .description('what was changed in an exported Word file since, tracked or not, one change a line')
    .option(...json)
    .action(async (file: string, options: Given<ChangesOptions>) =>
      (await import('./commands/changes.ts')).changes(file, { ...options, templates: templates() }),
    )
  program
    .command('glossary [word]')
    .description('legal words in German, English and Japanese: all of them, or what there is on one, with the differences between the legal systems')
    .option(...json)
    .action(async (word: string | undefined, options: Json) => (await import('./commands/glossary.ts')).glossary(word, { ...options, templates: templates() }))
  program
    .command('new-agreement <id>')
    .description('begin an agreement of your own: a folder with a small one that is complete (needs --own)')
    .action(async (id: string) => (await import('./commands/new-agreement.ts')).newAgreement(id, templates()))
  program
    .command('preview <id>')
    .description('how an agreement reads with its sample answers, and what the linter says of it')
    .option('--answers <file>', 'other answers than the sample')
    .option(...language)
    .option('--pdf <file>', 'as PDF instead of text')
    .option('--docx <file>', 'as Word file instead of text')
    .option('--watch', 'again after every change, until stopped')
    .action(async (id: string, options: Given<PreviewOptions>) =>
      (await import('./commands/preview.ts')).preview(id, { ...options, templates: templates(), version }),
    )
  program
    .command('lint [folder]')
    .description('what is wrong with the templates, with file, line, cause and fix')
    .option('--only <id>', 'one agreement or checklist, which is faster')
    .option('--coverage', 'render every two choices together, and say how many that are')
    .option(...json)
    .action(async (folder: string | undefined, options: Given<LintOptions>) =>
      end(await (await import('./commands/lint.ts')).lint(folder === undefined ? templates() : resolve(folder), options)),
    )
  program.action(() => {
    program.outputHelp({ error: true })
    end(exitCodes.usage)
  })
  return program
}
