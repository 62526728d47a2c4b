// Stands in for Electron's default app in the fallback runtime: runs the app whose folder is given on the command line.
// It becomes `resources/app` of that runtime and is never part of the product.
'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { app } = require('electron')

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-') && fs.existsSync(path.join(argument, 'package.json')))

if (folder === undefined) {
  process.stderr.write('Name the folder of the app to run.\n')
  app.exit(2)
} else {
  const appPath = path.resolve(folder)
  const manifest = JSON.parse(fs.readFileSync(path.join(appPath, 'package.json'), 'utf8'))
  app.setAppPath(appPath)
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version)
  // Like Electron's own default app: `-r FILE` loads a file first. Playwright holds the app with one until it has attached.
  const preloadIndex = process.argv.indexOf('-r')
  if (preloadIndex > 0) require(path.resolve(process.argv[preloadIndex + 1]))
  require(path.join(appPath, manifest.main))
}
