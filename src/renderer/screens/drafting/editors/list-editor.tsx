import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Json } from '../../../../engine/answers.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { FieldGroup } from '../../../ui/field-group.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useDisplay, useDrafting } from '../drafting-context.tsx'
import { problemsAt, type EditorProps } from './editor.ts'
import { fieldsAsked, itemTitle } from './item-fields.ts'
import styles from './list-editor.module.css'
import { useNestedEditor } from './nested-editor.ts'
import { useListItems } from './use-list-items.ts'
import { fieldsOf, withField } from './values.ts'

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
  const key = (event: KeyboardEvent<HTMLElement>, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    move(index, event.key === 'ArrowUp' ? index - 1 : index + 1)
  }
  return (
    <FieldGroup {...texts}>
      <ol ref={container} className={styles.items}>
        {list.items.map((item, index) => (
          <li key={list.keys[index]} className={cx(styles.item, dragged === index && styles.dragged)} onKeyDown={(event) => key(event, index)}>
            <div className={styles.head}>
              <span
                className={styles.handle}
                title={t('questions.list.drag')}
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId)
                  setDragged(index)
                }}
                onPointerMove={drag}
                onPointerUp={() => setDragged(undefined)}
                onPointerCancel={() => setDragged(undefined)}
              >
                <Icon name="grip" size={16} />
              </span>
              <span className={styles.title}>
                {t('questions.list.numbered', { item: itemLabel, number: index + 1 })}
                <span className={styles.name}>{itemTitle(question, fieldsOf(item))}</span>
              </span>
              <IconButton
                icon="up"
                label={t('questions.list.up', { item: itemLabel, number: index + 1 })}
                isDisabled={index === 0}
                onPress={() => move(index, index - 1)}
              />
              <IconButton
                icon="down"
                label={t('questions.list.down', { item: itemLabel, number: index + 1 })}
                isDisabled={index === list.items.length - 1}
                onPress={() => move(index, index + 1)}
              />
              <IconButton icon="close" label={t('questions.list.remove', { item: itemLabel, number: index + 1 })} onPress={() => list.remove(index)} />
            </div>
            <ItemFields
              question={question}
              item={item}
              path={`${path}.${index}`}
              problems={problemsAt(problems, String(index))}
              onChange={(next) => list.change(index, next)}
            />
          </li>
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

type ItemProps = Pick<EditorProps<'list' | 'table'>, 'question' | 'problems' | 'path'> & { readonly item: Json; readonly onChange: (item: Json) => void }

function ItemFields({ question, item, problems, path, onChange }: ItemProps) {
  const drafting = useDrafting()
  const FieldEditor = useNestedEditor()
  const fields = fieldsOf(item)
  return (
    <div className={cx(styles.fields, question.type === 'table' && styles.cells)}>
      {fieldsAsked(question, fields, drafting).map((field) => (
        <FieldEditor
          key={field.id}
          question={field}
          value={fields[field.id]}
          problems={problemsAt(problems, field.id)}
          path={`${path}.${field.id}`}
          onChange={(next) => onChange(withField(fields, field.id, next))}
        />
      ))}
    </div>
  )
}
