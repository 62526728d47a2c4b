/**
 * The part of better-sqlite3 13 that storage uses. Written here because the published types describe version 7 and answer `any` for rows;
 * here a row is `unknown`, so that the compiler insists on parsing it.
 */
declare module 'better-sqlite3' {
  export type Bindable = string | number | bigint | null | Uint8Array
  export type Statement = {
    run(...parameters: readonly Bindable[]): { readonly changes: number; readonly lastInsertRowid: number | bigint }
    get(...parameters: readonly Bindable[]): unknown
    all(...parameters: readonly Bindable[]): unknown[]
    pluck(): Statement
  }
  export default class Database {
    constructor(filename: string, options?: { readonly?: boolean; fileMustExist?: boolean; timeout?: number })
    readonly name: string
    readonly open: boolean
    readonly inTransaction: boolean
    prepare(sql: string): Statement
    exec(sql: string): this
    pragma(sql: string, options?: { simple?: boolean }): unknown
    transaction<Arguments extends readonly unknown[], Result>(
      run: (...values: Arguments) => Result,
    ): {
      (...values: Arguments): Result
      immediate(...values: Arguments): Result
    }
    backup(filename: string): Promise<unknown>
    /** Lifts SQLite's own protection of internal tables; for tests that damage a database on purpose. */
    unsafeMode(isUnsafe: boolean): this
    close(): this
  }
}
