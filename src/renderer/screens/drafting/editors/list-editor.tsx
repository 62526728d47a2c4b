import { useLayoutEffect, useRef, useState, type PointerEvent } from 'react'
import { useWords } from '../../../i18n/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { FieldGroup } from '../../../ui/field-group.tsx'
import { useDisplay } from '../drafting-context.tsx'
import type { EditorProps } from './editor.ts'
import styles from './list-editor.module.css'
import { ListItem, type ItemActions } from './list-item.tsx'
import { useListItems } from './use-list-items.ts'

/** A list of groups of fields: added, removed and put in order by mouse (the handle) and keyboard (the arrows, or Alt and the arrow keys). */
export function ListEditor({ question, value, onChange, texts, problems, path }: EditorProps<'list' | 'table'>) {
  const { t } = useWords()
  const display = useDisplay()
  const list = useListItems(value, onChange)
  const container = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<number>()
  const [news, setNews] = useState('')
  const itemLabel = question.itemLabel === undefined ? t('questions.list.item') : display(question.itemLabel)
  const isFull = question.maxItems !== undefined && list.items.length >= question.maxItems

  const move = (from: number, to: number) => {
    if (to < 0 || to >= list.items.length || from === to) return
    list.move(from, to)
    setNews(t('questions.list.moved', { item: itemLabel, from: from + 1, to: to + 1 }))
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (dragged === undefined || container.current === null) return
    const middles = [...container.current.children].map((child) => child.getBoundingClientRect()).map((box) => box.top + box.height / 2)
    const target = middles.filter((middle, index) => index !== dragged && event.clientY > middle).length
    if (target === dragged) return
    move(dragged, target)
    setDragged(target)
  }
  const latest = useRef({ list, move, drag })
  useLayoutEffect(() => {
    latest.current = { list, move, drag }
  })
  // The same functions for ever, so that an item is drawn again only when it changed itself.
  const [actions] = useState<ItemActions>(() => ({
    change: (index, item) => latest.current.list.change(index, item),
    remove: (index) => latest.current.list.remove(index),
    move: (from, to) => latest.current.move(from, to),
    beginDrag: setDragged,
    drag: (event) => latest.current.drag(event),
    endDrag: () => setDragged(undefined),
  }))
  return (
    <FieldGroup {...texts}>
      <ol ref={container} className={styles.items}>
        {list.items.map((item, index) => (
          <ListItem
            key={list.keys[index]}
            question={question}
            item={item}
            itemLabel={itemLabel}
            index={index}
            count={list.items.length}
            isDragged={dragged === index}
            path={path}
            problems={problems}
            actions={actions}
          />
        ))}
      </ol>
      <div className={styles.add}>
        {list.items.length === 0 ? <span className={styles.none}>{t('questions.list.none')}</span> : null}
        <Button icon="plus" isDisabled={isFull} onPress={list.add}>
          {t('questions.list.add', { item: itemLabel })}
        </Button>
      </div>
      <span role="status" className={styles.news}>
        {news}
      </span>
    </FieldGroup>
  )
}
