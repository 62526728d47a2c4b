import type { Language } from '../../engine/language.ts'

/** What the files inside a PDF are called in the list a PDF reader shows. */
export const attachmentWords: Readonly<Record<Language, Readonly<Record<'draft' | 'template' | 'wordFile', string>>>> = {
  de: {
    draft: 'Die Antworten, aus denen dieses Dokument entstand; zum Wiederöffnen in Musubi',
    template: 'Die Vorlage, aus der dieses Dokument entstand; zum Wiederöffnen in Musubi',
    wordFile: 'Dasselbe Dokument für Word',
  },
  en: {
    draft: 'The answers this document was made from; for reopening it in Musubi',
    template: 'The template this document was made from; for reopening it in Musubi',
    wordFile: 'The same document for Word',
  },
  ja: {
    draft: 'この文書の作成に用いた回答(Musubiで再度開くためのデータ)',
    template: 'この文書の作成に用いたテンプレート(Musubiで再度開くためのデータ)',
    wordFile: '同じ文書のWord版',
  },
}
