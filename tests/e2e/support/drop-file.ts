// Dropping files on the window, which no click can do.
import type { Page } from '@playwright/test'

/** Drops a file of the disk on the window, the way the system does. */
export const dropFile = async (
  window: Page,
  file: string,
  steps: readonly ('dragEnter' | 'dragOver' | 'drop')[] = ['dragEnter', 'dragOver', 'drop'],
): Promise<void> => {
  const session = await window.context().newCDPSession(window)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of steps) await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  await session.detach()
}
