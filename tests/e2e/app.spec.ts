import { expect, test } from './fixtures.ts'

test('opens a window and core answers', async ({ window }) => {
  await expect(window.getByTestId('core-status')).toHaveText('running')
  await expect(window.getByTestId('core-version')).toHaveText(/^\d+\.\d+\.\d+$/)
})
