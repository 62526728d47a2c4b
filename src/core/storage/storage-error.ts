import { AppError, type ErrorCode } from '../../shared/errors.ts'

/** What went wrong inside SQLite, as far as it makes a difference to what happens next. */
export type StorageFailure = 'damaged' | 'full' | 'readOnly' | 'busy'

/** Result codes by their first two words; extended codes such as SQLITE_IOERR_WRITE follow their family unless listed. */
const failures: readonly (readonly [prefix: string, failure: StorageFailure])[] = [
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_CANTOPEN', 'readOnly'],
  ['SQLITE_PERM', 'readOnly'],
  ['SQLITE_AUTH', 'readOnly'],
  // A file cut short below a page the header promises answers with this one, not with SQLITE_CORRUPT.
  ['SQLITE_IOERR_SHORT_READ', 'damaged'],
  ['SQLITE_IOERR_CORRUPTFS', 'damaged'],
  // Everything else the disk refuses, for example a stick that was pulled out or a quota that ran out.
  ['SQLITE_IOERR', 'readOnly'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_PROTOCOL', 'busy'],
]

const codes: Readonly<Record<StorageFailure, { readonly code: ErrorCode; readonly isRetryable: boolean }>> = {
  damaged: { code: 'databaseDamaged', isRetryable: false },
  full: { code: 'diskFull', isRetryable: true },
  readOnly: { code: 'databaseReadOnly', isRetryable: true },
  busy: { code: 'databaseBusy', isRetryable: true },
}

/** Tells which kind of storage failure an error is; undefined for everything that is not SQLite refusing (a wrong statement is a bug). */
export function storageFailure(error: unknown): StorageFailure | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const { code } = error
  return failures.find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`))?.[1]
}

/** The expected error for a failure of SQLite; any other error comes back as it is. */
export function toStorageError(error: unknown): unknown {
  const failure = storageFailure(error)
  if (failure === undefined) return error
  const { code, isRetryable } = codes[failure]
  return new AppError(code, { isRetryable, cause: error })
}

/** The same functions, with SQLite's failures turned into expected errors: the one place where storage errors are classified. */
export function withStorageErrors<Store extends object>(store: Store): Store {
  return new Proxy(store, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key)
      if (typeof member !== 'function') return member
      return (...values: readonly unknown[]): unknown => {
        try {
          return Reflect.apply(member, target, values)
        } catch (error) {
          throw toStorageError(error)
        }
      }
    },
  })
}
