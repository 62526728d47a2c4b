import { memo, type KeyboardEvent, type PointerEvent } from 'react'
import type { Json } from '../../../../engine/answers.ts'
import { useWords } from '../../../i18n/i18n.ts'
import { IconButton } from '../../../ui/button.tsx'
import { cx } from '../../../ui/cx.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useDrafting } from '../drafting-context.tsx'
import { problemsAt, type EditorProps } from './editor.ts'
import { fieldsAsked, itemTitle } from './item-fields.ts'
import styles from './list-editor.module.css'
import { useNestedEditor } from './nested-editor.ts'
import { fieldsOf, withField } from './values.ts'

/** What an item may ask of its list. */
export type ItemActions = {
  readonly change: (index: number, item: Json) => void
  readonly remove: (index: number) => void
  readonly move: (from: number, to: number) => void
  readonly beginDrag: (index: number) => void
  readonly drag: (event: PointerEvent<HTMLElement>) => void
  readonly endDrag: () => void
}

type ListItemProps = Pick<EditorProps<'list' | 'table'>, 'question' | 'problems' | 'path'> & {
  readonly item: Json
  readonly itemLabel: string
  readonly index: number
  readonly count: number
  readonly isDragged: boolean
  readonly actions: ItemActions
}

/** One item of a list with its handle, its arrows and its fields. */
export const ListItem = memo(
  function ListItem({ question, item, itemLabel, index, count, isDragged, path, problems, actions }: ListItemProps) {
    const { t } = useWords()
    const drafting = useDrafting()
    const FieldEditor = useNestedEditor()
    const fields = fieldsOf(item)
    const own = problemsAt(problems, String(index))
    const named = { item: itemLabel, number: index + 1 }
    const key = (event: KeyboardEvent<HTMLElement>) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
      event.preventDefault()
      event.stopPropagation()
      actions.move(index, event.key === 'ArrowUp' ? index - 1 : index + 1)
    }
    return (
      <li className={cx(styles.item, isDragged && styles.dragged)} onKeyDown={key}>
        <div className={styles.head}>
          <span
            className={styles.handle}
            title={t('questions.list.drag')}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId)
              actions.beginDrag(index)
            }}
            onPointerMove={actions.drag}
            onPointerUp={actions.endDrag}
            onPointerCancel={actions.endDrag}
          >
            <Icon name="grip" size={16} />
          </span>
          <span className={styles.title}>
            {t('questions.list.numbered', named)}
            <span className={styles.name}>{itemTitle(question, fields)}</span>
          </span>
          <IconButton icon="up" label={t('questions.list.up', named)} isDisabled={index === 0} onPress={() => actions.move(index, index - 1)} />
          <IconButton icon="down" label={t('questions.list.down', named)} isDisabled={index === count - 1} onPress={() => actions.move(index, index + 1)} />
          <IconButton icon="close" label={t('questions.list.remove', named)} onPress={() => actions.remove(index)} />
        </div>
        <div className={cx(styles.fields, question.type === 'table' && styles.cells)}>
          {fieldsAsked(question, fields, drafting).map((field) => (
            <FieldEditor
              key={field.id}
              question={field}
              value={fields[field.id]}
              problems={problemsAt(own, field.id)}
              path={`${path}.${index}.${field.id}`}
              onChange={(next) => actions.change(index, withField(fields, field.id, next))}
            />
          ))}
        </div>
      </li>
    )
  },
  (before, after) =>
    before.item === after.item &&
    before.index === after.index &&
    before.count === after.count &&
    before.isDragged === after.isDragged &&
    before.itemLabel === after.itemLabel &&
    before.question === after.question &&
    JSON.stringify(problemsAt(before.problems, String(before.index))) === JSON.stringify(problemsAt(after.problems, String(after.index))),
)
