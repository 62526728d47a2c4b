import { type Block, type Chart, type Heading, matrixRows, type Paragraph, type Signatures, type Table } from '../../../../engine/document.ts'
import { cx } from '../../../ui/cx.ts'
import { MovedLabel } from './changed-words.tsx'
import styles from './document.module.css'
import { Inlines } from './inlines.tsx'

/** One block of the document in one language. */
export function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'title':
      return (
        <div className={styles.title} role="heading" aria-level={2}>
          <Inlines content={block.content} />
        </div>
      )
    case 'heading':
      return (
        <div className={block.level === 1 ? styles.heading : styles.subheading} role="heading" aria-level={block.level + 2}>
          {block.label === '' ? null : (
            <>
              <LabelView block={block} />{' '}
            </>
          )}
          <Inlines content={block.content} />
        </div>
      )
    case 'paragraph':
      return (
        <div className={cx(styles.paragraph, styles[`level${block.level}`], block.marker === 'none' && styles.continued)}>
          {block.level === 0 && block.marker !== 'bullet' ? null : (
            <span className={styles.label}>{block.marker === 'bullet' ? '–' : <LabelView block={block} />}</span>
          )}
          <span>
            <Inlines content={block.content} />
          </span>
        </div>
      )
    case 'party':
      return (
        <div className={styles.party}>
          <span className={styles.partyLabel}>{block.label}</span>
          <div className={styles.partyLines}>
            <strong>
              <Inlines content={block.name} />
            </strong>
            {block.lines.map((line, index) => (
              <span key={index}>
                <Inlines content={line} />
              </span>
            ))}
            <span className={styles.shortName}>
              <Inlines content={block.shortName} />
            </span>
          </div>
        </div>
      )
    case 'table':
      return <TableView table={block} />
    case 'signatures':
      return <SignaturesView signatures={block} />
    case 'note':
      return (
        <div className={styles.note}>
          <Inlines content={block.content} />
        </div>
      )
    case 'chart':
      return <ChartView chart={block} />
    case 'pageBreak':
      return <hr className={styles.pageBreak} />
  }
}

/** The number of a heading or paragraph; in a redline the old one with it where it moved. */
function LabelView({ block: { label, labelBefore } }: { readonly block: Heading | Paragraph }) {
  return labelBefore === undefined ? label : <MovedLabel before={labelBefore} after={label} />
}

function TableView({ table }: { readonly table: Table }) {
  return (
    <table className={styles.table}>
      {table.caption === '' ? null : <caption>{table.caption}</caption>}
      <colgroup>
        {table.columns.map((column, index) => (
          <col key={index} style={{ width: `${column.width * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <th key={index} scope="col" className={styles[column.align]}>
              <Inlines content={column.header} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, rowIndex) => (
          <tr key={rowIndex} data-change={table.rowChanges?.[rowIndex]}>
            {row.map((cell, index) => (
              <td key={index} className={styles[table.columns[index]?.align ?? 'start']}>
                <Inlines content={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A matrix is a table; what other charts draw, the table after them says in words. */
function ChartView({ chart: { caption, chart } }: { readonly chart: Chart }) {
  if (chart.kind !== 'matrix') return null
  const [header = [], ...rows] = matrixRows(chart)
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {header.map((words, index) => (
            <th key={index} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, ...cells]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {cells.map((words, index) => (
              <td key={index}>{words}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SignaturesView({ signatures }: { readonly signatures: Signatures }) {
  return (
    <div className={styles.signatures}>
      {signatures.parties.map((party, index) => (
        <div key={index}>
          <strong>
            <Inlines content={party.name} />
          </strong>
          <span className={styles.signLine}>{party.placeAndDate}</span>
          {party.signatories.map((signatory, position) => (
            <span key={position} className={styles.signLine}>
              <Inlines content={signatory.name} />
              {signatory.function.length === 0 ? null : (
                <span className={styles.function}>
                  <Inlines content={signatory.function} />
                </span>
              )}
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}
