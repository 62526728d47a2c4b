/** The names under which the parts of a draft travel inside a PDF. */
export const attachmentNames = { draft: 'musubi-draft.json', template: 'musubi-template.json', wordFile: 'musubi-document.docx' } as const
