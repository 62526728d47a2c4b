// Imported before everything else: zod probes whether it may compile code when the first schema is made, and the content security
// policy reports that probe as a breach.
import { z } from 'zod'

z.config({ jitless: true })
