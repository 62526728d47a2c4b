import { StrictMode, useEffect, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'

import { connect, core, coreStatus, desktop } from './connection.ts'

const Start = () => {
  const status = useSyncExternalStore(coreStatus.subscribe, coreStatus.get)
  const [version, setVersion] = useState('')
  useEffect(() => {
    if (status.state !== 'running') return
    Promise.all([core.system.ping(), desktop.app.info()]).then(
      ([answer]) => {
        setVersion(answer.version)
      },
      () => undefined,
    )
  }, [status.state])
  return (
    <main>
      <h1>Musubi</h1>
      <p data-testid="core-status">{status.state}</p>
      <p data-testid="core-version">{version}</p>
    </main>
  )
}

connect()
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element')
createRoot(root).render(
  <StrictMode>
    <Start />
  </StrictMode>,
)
