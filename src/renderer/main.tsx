import './ui/tokens.css'
import './ui/fonts.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { createQueryClient } from './app/api.ts'
import { App } from './app/app.tsx'
import { connect } from './connection.ts'

// Without this, zod probes whether it may compile code, which the content security policy reports as a breach.
z.config({ jitless: true })
connect()
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element')
createRoot(root).render(
  <StrictMode>
    <App client={createQueryClient()} />
  </StrictMode>,
)
