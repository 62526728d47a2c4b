import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { SaxesParser } from 'saxes'

type Node = string | Element
type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: Node[] }

const isElement = (node: Node | undefined): node is Element => typeof node === 'object'
const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((node): node is Element => isElement(node) && node.name === name)

function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes }, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => void open.at(-1)?.children.push(text))
  parser.write(xml).close()
  return root
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function print(node: Node): string {
  if (typeof node === 'string') return escape(node)
  const inner = node.children.map(print).join('')
  if (node.name === '') return inner
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`)
  return inner === '' ? `<${node.name}${attributes.join('')}/>` : `<${node.name}${attributes.join('')}>${inner}</${node.name}>`
}

const liveNames: Readonly<Record<string, string>> = { 'w:delText': 'w:t', 'w:delInstrText': 'w:instrText' }

/** What of an element is left in one version. `gone` is the mark of what that version lacks, `stays` of what only it has. */
function settle(element: Element, gone: string, stays: string): Element {
  const children: Node[] = []
  let joined: Node[] = []
  for (const node of element.children) {
    if (!isElement(node)) {
      children.push(node)
      continue
    }
    if (node.name === gone || (node.name === 'w:tr' && childOf(childOf(node, 'w:trPr'), gone) !== undefined)) continue
    const settled = settle(node, gone, stays)
    if (node.name === stays) children.push(...settled.children)
    else if (node.name === 'w:p') {
      const properties = childOf(node, 'w:pPr')
      const words = settled.children.filter((child) => !isElement(child) || child.name !== 'w:pPr')
      if (childOf(childOf(properties, 'w:rPr'), gone) !== undefined) joined.push(...words)
      else {
        children.push({ ...settled, children: [...settled.children.filter((child) => isElement(child) && child.name === 'w:pPr'), ...joined, ...words] })
        joined = []
      }
    } else if (node.name === 'w:tbl' && !settled.children.some((child) => isElement(child) && child.name === 'w:tr')) continue
    else {
      // A paragraph that was taken out before a table joins nothing.
      if (node.name === 'w:tbl') joined = []
      children.push(settled)
    }
  }
  // Properties as they were before, where this version is the old one.
  const before = gone === 'w:ins' ? childOf(childOf(element, 'w:pPrChange'), 'w:pPr') : undefined
  const own = before === undefined ? children : before.children
  const kept = own.filter((child) => !isElement(child) || (child.name !== 'w:pPrChange' && (element.name !== 'w:pPr' || child.name !== 'w:rPr')))
  return { name: liveNames[element.name] ?? element.name, attributes: element.attributes, children: kept }
}

/** A DOCX after every tracked change was accepted or rejected, as Word would do it, read and written again without any code of the writer. */
export function settleChanges(file: Uint8Array, decision: 'accept' | 'reject'): Uint8Array {
  const parts = unzipSync(file)
  const [gone, stays] = decision === 'accept' ? ['w:del', 'w:ins'] : ['w:ins', 'w:del']
  const xml = print(settle(parse(strFromU8(parts['word/document.xml'] ?? new Uint8Array())), gone ?? '', stays ?? ''))
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) }, { level: 0 })
}
