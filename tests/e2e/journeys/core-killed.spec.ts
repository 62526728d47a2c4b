import { expect, test } from '../fixtures.ts'
import { beginDraft, everythingSaved } from './steps.ts'

test('nothing is lost when the storage process dies while somebody types', async ({ window, coreProbe, restart }) => {
  test.slow()
  await beginDraft(window, 'Mutual non-disclosure agreement', 'Killed', 'English')
  const name = window.getByRole('textbox', { name: 'Registered name' }).first()
  await name.fill('Acknowledged GmbH')
  await everythingSaved(window)

  const before = await coreProbe.pid()
  const notice = window.getByRole('alert').filter({ hasText: 'The storage process stopped' })
  // Looked for while somebody types: on a fast restart it may be gone again before the last letter.
  const told = expect(notice).toBeVisible()
  await coreProbe.kill()
  await name.pressSequentially(' und Söhne', { delay: 20 })
  await told
  await expect(name).toHaveValue('Acknowledged GmbH und Söhne')

  await coreProbe.waitForRestart(before)
  await expect(notice).toBeHidden()
  await everythingSaved(window)

  const next = await restart()
  await next.window.getByRole('link', { name: 'Killed' }).click()
  await expect(next.window.getByRole('textbox', { name: 'Registered name' }).first()).toHaveValue('Acknowledged GmbH und Söhne')
})

test('what was typed right before closing is there again', async ({ window, restart }) => {
  await beginDraft(window, 'Mutual non-disclosure agreement', 'Quit', 'English')
  await window.getByRole('textbox', { name: 'Registered name' }).first().fill('Typed at the last moment GmbH')
  const next = await restart()
  await next.window.getByRole('link', { name: 'Quit' }).click()
  await expect(next.window.getByRole('textbox', { name: 'Registered name' }).first()).toHaveValue('Typed at the last moment GmbH')
})

test.describe('a damaged database', () => {
  test.use({ faults: { hasCorruptDatabase: true } })
  test('is told in plain words, and work goes on', async ({ window }) => {
    await expect(window.getByText('The file with your drafts was damaged.')).toBeVisible()
    await window.getByRole('button', { name: 'I have read this' }).click()
    await expect(window.getByText('The file with your drafts was damaged.')).toBeHidden()
    await beginDraft(window, 'Mutual non-disclosure agreement', 'After the damage', 'English')
    await everythingSaved(window)
  })
})
