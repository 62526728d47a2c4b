// Stands in for Electron's default app in the fallback runtime: runs the app whose folder is given on the command line.
// It becomes `resources/app` of that runtime and is never part of the product.
'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { app } = require('electron')

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-') && fs.existsSync(path.join(argument, 'package.json')))

/**
 * `protocol.handle` of Electron 25 now and then never finishes an answer (its stream loader misses the end of a stream that ends
 * at once), and the page waits for ever. The older way to answer with a buffer does not have that defect.
 */
function answerWithBuffers(protocol) {
  protocol.handle = (scheme, handler) => {
    protocol.registerBufferProtocol(scheme, async (request, respond) => {
      try {
        const response = await handler(new Request(request.url, { method: request.method, headers: request.headers }))
        const headers = Object.fromEntries(response.headers)
        const [mimeType, charset] = (headers['content-type'] ?? '').split('; charset=')
        respond({ statusCode: response.status, headers, mimeType, charset, data: Buffer.from(await response.arrayBuffer()) })
      } catch (error) {
        process.stderr.write(`${error.stack}\n`)
        respond({ error: -2 })
      }
    })
  }
}

if (folder === undefined) {
  process.stderr.write('Name the folder of the app to run.\n')
  app.exit(2)
} else {
  app.on('session-created', (session) => {
    answerWithBuffers(session.protocol)
  })
  const appPath = path.resolve(folder)
  const manifest = JSON.parse(fs.readFileSync(path.join(appPath, 'package.json'), 'utf8'))
  app.setAppPath(appPath)
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version)
  require(path.join(appPath, manifest.main))
}
