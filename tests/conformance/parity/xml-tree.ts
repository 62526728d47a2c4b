import { SaxesParser } from 'saxes'

/** An element of an XML document, with its words in between. */
export type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly (Element | string)[] }

/** Reads XML; rejects what is not well-formed. */
export function readXml(source: string): Element {
  const root = { name: '', attributes: {}, children: new Array<Element | string>() }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => open.at(-1)?.children.push(text))
  parser.write(source).close()
  return root
}

export const isElement = (node: Element | string): node is Element => typeof node !== 'string'

/** The child elements, of one name if given. */
export function childrenOf(element: Element | undefined, name?: string): readonly Element[] {
  return (element?.children ?? []).filter(isElement).filter((child) => name === undefined || child.name === name)
}

export const childOf = (element: Element | undefined, ...path: readonly string[]): Element | undefined =>
  path.reduce<Element | undefined>((at, name) => childrenOf(at, name)[0], element)

/** All elements below that match, outermost first; it does not look inside a match. */
export function elementsBelow(element: Element, matches: (element: Element) => boolean): readonly Element[] {
  return childrenOf(element).flatMap((child) => (matches(child) ? [child] : elementsBelow(child, matches)))
}

/** The words of an element and everything below it. */
export function textBelow(element: Element): string {
  return element.children.map((child) => (isElement(child) ? textBelow(child) : child)).join('')
}
