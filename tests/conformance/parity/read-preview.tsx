import { I18nextProvider } from 'react-i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import type { AssembledDocument } from '../../../src/engine/document.ts'
import { createTranslator } from '../../../src/renderer/i18n/i18n.ts'
import { SectionView } from '../../../src/renderer/screens/drafting/document/section-view.tsx'
import { footnoteMark, type Line, type Reading } from './reading.ts'
import { childrenOf, type Element, elementsBelow, isElement, readXml } from './xml-tree.ts'

const translator = createTranslator('en')

/** Draws the document with the components of the window and reads what they drew. */
export function readPreview(document: AssembledDocument): Reading {
  const markup = renderToStaticMarkup(
    <I18nextProvider i18n={translator}>
      {document.sections.map((section) => (
        <SectionView key={section.id} section={section} languages={document.languages} />
      ))}
    </I18nextProvider>,
  )
  const first = document.languages[0] ?? ''
  return { format: 'preview', lines: linesOf(readXml(`<body>${markup}</body>`), first), faults: [] }
}

const hasClass = (element: Element, name: string): boolean =>
  (element.attributes['class'] ?? '').split(' ').some((one) => one === name || one.startsWith(`_${name}_`))

function linesOf(element: Element, language: string): readonly Line[] {
  const own = element.attributes['lang'] ?? language
  const line = (kind: Line['kind'], text: string): readonly Line[] => (text.trim() === '' ? [] : [{ kind, text, language: own }])
  if (element.attributes['role'] === 'heading') return line(element.attributes['aria-level'] === '2' ? 'title' : 'heading', words(element))
  if (element.attributes['role'] === 'doc-footnote') {
    const [number, ...rest] = childrenOf(element).map(words)
    return line('footnote', `${footnoteMark(number ?? '')}: ${rest.join(' ')}`)
  }
  if (element.name === 'tr') return line('row', childrenOf(element).map(words).join(' | '))
  if (element.name === 'caption' || element.name === 'colgroup') return []
  if (hasClass(element, 'paragraph')) {
    const [label, text] = childrenOf(element).map(words)
    return line('paragraph', text === undefined ? (label ?? '') : `${label === '–' ? '•' : label} ${text}`)
  }
  if (hasClass(element, 'party')) {
    const [label, lines] = childrenOf(element)
    const [name = '', ...others] = lines === undefined ? [] : childrenOf(lines).map(words)
    return [`${label === undefined ? '' : words(label)} ${name}`, ...others].flatMap((text) => line('paragraph', text))
  }
  if (hasClass(element, 'signatures'))
    return childrenOf(element)
      .flatMap(signatureTexts)
      .flatMap((text) => line('paragraph', text))
  if (hasClass(element, 'note')) return line('paragraph', words(element))
  return childrenOf(element).flatMap((child) => linesOf(child, own))
}

function signatureTexts(party: Element): readonly string[] {
  const texts = childrenOf(party).flatMap((part) => {
    const functions = elementsBelow(part, (element) => hasClass(element, 'function'))
    return [words({ ...part, children: part.children.filter((child) => !isElement(child) || !functions.includes(child)) }), ...functions.map(words)]
  })
  return [...new Set(texts)]
}

function words(element: Element): string {
  return element.children
    .map((child) => (!isElement(child) ? child : child.name === 'br' ? ' ' : child.name === 'sup' ? footnoteMark(words(child)) : words(child)))
    .join('')
}
