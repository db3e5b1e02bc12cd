/** Stands in for the engine behind the server extension: says what reached it, streams, hangs and crashes on demand. */
import { createServer } from 'node:http'

const socket = process.argv[process.argv.indexOf('--socket') + 1]
let abandoned = 0

const answers = {
  '/ready': (_, response) => response.end('{}'),
  '/v1/echo': (request, response) => {
    const { method, url, headers } = request
    response.setHeader('set-cookie', 'engine=1').setHeader('location', '/v1/jobs/1')
    read(request, bytes => response.end(JSON.stringify({ method, url, headers, bytes })))
  },
  '/v1/events': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('id: 1\nevent: frame\ndata: {"first": true}\n\n')
    setTimeout(() => response.end('id: 2\nevent: frame\ndata: {"first": false}\n\n'), 1000)
  },
  '/v1/large': (_, response) => {
    let left = 160
    const write = () => {
      while (left-- > 0) if (!response.write(Buffer.alloc(1 << 20, 'x'))) return response.once('drain', write)
      response.end()
    }
    write()
  },
  '/v1/hang': (_, response) => response.on('close', () => abandoned++),
  '/v1/abandoned': (_, response) => response.end(JSON.stringify(abandoned)),
  '/v1/nothing': (_, response) => response.writeHead(204).end(),
  '/v1/half': (_, response) => {
    response.writeHead(200, { 'content-length': 1000 })
    response.write('half', () => process.exit(1))
  },
  '/v1/crash': () => process.exit(1),
}

createServer((request, response) => answers[request.url.split('?')[0]]?.(request, response)).listen(socket)
process.stdin.resume().on('close', () => process.exit(0))

function read(request, done) {
  let bytes = 0
  request.on('data', data => {
    bytes += data.length
  })
  request.on('end', () => done(bytes))
}
