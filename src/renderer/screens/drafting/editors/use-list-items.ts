import { useRef, useState } from 'react'
import type { Json } from '../../../../engine/answers.ts'
import { moved } from './list-order.ts'
import { itemsOf } from './values.ts'

/** The items of a list with a key each, so that a field keeps its focus while its item moves. */
export function useListItems(value: Json | undefined, onChange: (value: Json | undefined) => void) {
  const items = itemsOf(value)
  const next = useRef(items.length)
  const [known, setKeys] = useState<readonly number[]>(() => items.map((_, index) => index))
  // Keys may be fewer or more than the items for one drawing, when the list was changed from outside.
  const keys = items.map((_, index) => known[index] ?? 100_000 + index)
  const write = (changed: readonly Json[], changedKeys: readonly number[]) => {
    setKeys(changedKeys)
    onChange(changed.length === 0 ? undefined : [...changed])
  }
  return {
    items,
    keys,
    add: () => write([...items, {}], [...keys, next.current++]),
    remove: (index: number) =>
      write(
        items.filter((_, position) => position !== index),
        keys.filter((_, position) => position !== index),
      ),
    change: (index: number, item: Json) =>
      write(
        items.map((other, position) => (position === index ? item : other)),
        keys,
      ),
    move: (from: number, to: number) => write(moved(items, from, to), moved(keys, from, to)),
  }
}
