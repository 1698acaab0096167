// SPDX-License-Identifier: GPL-3.0-or-later
// Another engine trades over the gateway: jspurefix (MIT, npm), which is no part of Rialto and is not installed by it.
//   npm install jspurefix        (anywhere; NODE_PATH=<there>/node_modules)
//   node fix_other_engine.js path/to/rialtod
// It logs on, buys at the market, leaves an order resting, has its line cut, comes back with its next number, cancels the order and
// logs out. jspurefix checks what it receives with its own copy of the FIX 4.4 dictionary. Ends with 0, or 77 without jspurefix.
'use strict'
const { spawn } = require('child_process')
const fs = require('fs')
const net = require('net')
const os = require('os')
const path = require('path')

let fix
try {
  require('reflect-metadata')
  fix = require('jspurefix')
} catch {
  console.log('skipped: jspurefix is not installed')
  process.exit(77)
}

const program = process.argv[2]
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rialto-fix-js-'))
const steps = []
const executions = new Map()
let twice = 0
let logons = 0
let lines = []
let daemon
let launcher

function end (code, why) {
  console.log(why)
  for (const step of steps) console.log('  ' + step)
  if (daemon) daemon.kill('SIGTERM')
  const leave = () => { fs.rmSync(folder, { recursive: true, force: true }); process.exit(code) }
  if (daemon) daemon.once('exit', leave)
  setTimeout(leave, 5000)
}
setTimeout(() => end(1, 'FAIL: not done in time'), 90000).unref()
process.on('exit', () => { if (daemon && daemon.exitCode === null) daemon.kill('SIGKILL') })

class Client extends fix.AsciiSession {
  constructor (config) {
    super(config)
    this.logReceivedMsgs = false
  }

  order (id, type, quantity, price) {
    this.send('D', Object.assign({ ClOrdID: id, HandlInst: '1', Instrument: { Symbol: 'MERI' }, Side: '1', TransactTime: new Date(), OrderQtyData: { OrderQty: quantity }, OrdType: type }, price ? { Price: price } : {}))
  }

  onReady () {
    logons++
    steps.push('logged on ' + logons)
    if (logons === 1) {
      this.order('js-1', '1', 10)
      this.order('js-2', '2', 20, 1)
    } else {
      this.send('F', { OrigClOrdID: 'js-2', ClOrdID: 'js-3', Instrument: { Symbol: 'MERI' }, Side: '1', TransactTime: new Date(), OrderQtyData: { OrderQty: 20 } })
    }
  }

  onApplicationMsg (type, view) {
    const message = view.toObject()
    if (type !== '8') return
    if (executions.has(message.ExecID)) twice++
    executions.set(message.ExecID, message)
    steps.push(`report ${message.ClOrdID} ExecType ${message.ExecType} OrdStatus ${message.OrdStatus} CumQty ${message.CumQty}`)
    const all = [...executions.values()]
    if (logons === 1 && all.some(m => m.ClOrdID === 'js-1' && m.OrdStatus === '2') && all.some(m => m.ClOrdID === 'js-2')) {
      steps.push('the line is cut')
      lines.forEach(line => line.destroy())
      lines = []
    }
    if (message.ClOrdID === 'js-3' && message.OrdStatus === '4') {
      const filled = all.filter(m => m.ClOrdID === 'js-1' && m.ExecType === 'F').reduce((sum, m) => sum + m.LastQty, 0)
      const good = filled === 10 && twice === 0 && message.OrigClOrdID === 'js-2'
      if (launcher.stop) launcher.stop()
      end(good ? 0 : 1, good ? 'ok: logged on, traded, broke, resumed' : `FAIL: ${filled} filled, ${twice} told twice`)
    }
  }

  onStopped () {}
  onDecoded () {}
  onEncoded () {}
  onLogon () { return true }
}

// Between the two, so that the line can be cut from outside.
function relay (target) {
  return new Promise(resolve => {
    const server = net.createServer(near => {
      const far = net.connect(target, '127.0.0.1')
      lines.push(near, far)
      for (const [a, b] of [[near, far], [far, near]]) {
        a.pipe(b)
        a.on('error', () => b.destroy())
        a.on('close', () => b.destroy())
      }
    })
    server.listen(0, '127.0.0.1', () => resolve(server.address().port))
  })
}

daemon = spawn(program, ['--book', path.join(folder, 'book'), '--fix-acceptor', '0', '--fix-version', 'FIX.4.4', '--fix-comp-id', 'ISLD', '--fix-counterparty', 'TW', '--json', '--verbose'])
let said = ''
daemon.stderr.on('data', text => { said += text })
daemon.stdout.once('data', async text => {
  const port = await relay(JSON.parse(text).fix.port)
  const description = {
    application: { type: 'initiator', name: 'js', resilient: true, reconnectSeconds: 1, recoveryAttemptSeconds: 1, backoffFailConnectSeconds: 1, tcp: { host: '127.0.0.1', port }, protocol: 'ascii', dictionary: path.join(path.dirname(require.resolve('jspurefix/package.json')), 'data', 'FIX44.xml') },
    ResetSeqNumFlag: false, HeartBtInt: 30, SenderCompId: 'TW', TargetCompID: 'ISLD', BeginString: 'FIX.4.4', EncryptMethod: 0,
    store: { type: 'file', directory: path.join(folder, 'js') }
  }
  class Launcher extends fix.SessionLauncher {
    makeFactory () { return { makeSession: config => new Client(config) } }
  }
  launcher = new Launcher(description, null)
  Promise.resolve(launcher.run()).catch(trouble => end(1, 'FAIL: ' + trouble + '\n' + said))
})
