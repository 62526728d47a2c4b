// oxlint-disable-next-line typescript/triple-slash-reference -- an ambient module cannot be imported, and other layers compile this file too
/// <reference path="./better-sqlite3.d.ts" />
import Database from 'better-sqlite3'

/** An open SQLite database; raw, for use inside `storage` only. */
export type Connection = Database

/**
 * Opens a database file with the settings every connection has: an answer that was acknowledged survives a power cut (`synchronous=FULL`),
 * foreign keys hold, a doctored schema cannot call functions, and what was deleted is overwritten.
 */
export function connect(file: string): Connection {
  const connection = new Database(file, { timeout: 2000 })
  try {
    connection.pragma('trusted_schema = OFF')
    connection.pragma('foreign_keys = ON')
    connection.pragma('journal_mode = WAL')
    connection.pragma('synchronous = FULL')
    connection.pragma('secure_delete = ON')
    connection.pragma('cell_size_check = ON')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Opens a database that is only looked at, such as a backup. */
export function connectReadOnly(file: string): Connection {
  const connection = new Database(file, { readonly: true, fileMustExist: true })
  try {
    connection.pragma('trusted_schema = OFF')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** The number of the last migration the database went through; 0 for a new file. */
export function schemaVersion(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }))
}
