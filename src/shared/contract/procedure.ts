import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errorCodes, errorDataSchema } from '../errors.ts'

/** All expected errors are declared on every procedure: one table, so a code can never arrive untyped. */
const errors = Object.fromEntries(errorCodes.map((code) => [code, { data: errorDataSchema }]))

/** What every declaration of a procedure begins with. */
export const procedure = oc.errors(errors)

/** A moment, ISO 8601 with time, UTC. */
export const isoDateTime = z.iso.datetime()
