import './zod-settings.ts'
import './trusted-types.ts'
import './ui/tokens.css'
import './ui/fonts.css'
import './ui/base.css'
import './ui/japanese.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './app/api.ts'
import { App } from './app/app.tsx'
import { connect } from './connection.ts'

connect()
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element')
createRoot(root).render(
  <StrictMode>
    <App client={createQueryClient()} />
  </StrictMode>,
)
