import { beforeEach, describe, expect, it } from 'vitest'
import { MOST_EARLY, RESUME_WINDOW_MS, TerminalConnection, type ConnectionState, type Ending, type Wire } from './connection'

class TestingWire implements Wire {
  binaryType = ''
  readyState = 1
  sent: (string | Uint8Array)[] = []
  onopen: (() => void) | null = null
  onmessage: ((event: { data: unknown }) => void) | null = null
  onclose: (() => void) | null = null
  send(data: string | Uint8Array) {
    this.sent.push(data)
  }
  close() {
    this.drop()
  }
  drop() {
    this.readyState = 3
    this.onclose?.()
  }
  say(control: object) {
    this.onmessage?.({ data: JSON.stringify(control) })
  }
  bytes(count: number) {
    this.onmessage?.({ data: new Uint8Array(count).fill(97).buffer })
  }
  typed() {
    const decoder = new TextDecoder()
    return this.sent.filter((frame): frame is Uint8Array => typeof frame !== 'string').map((frame) => decoder.decode(frame)).join('')
  }
  controls() {
    return this.sent.filter((frame): frame is string => typeof frame === 'string').map((frame) => JSON.parse(frame) as Record<string, unknown>)
  }
}

describe('TerminalConnection', () => {
  let wires: TestingWire[]
  let states: [ConnectionState, Ending | undefined][]
  let later: (() => void)[]
  let now: number
  let snapshots: string[]
  let people: string[]
  let connection: TerminalConnection
  const wire = () => wires[wires.length - 1] as TestingWire

  beforeEach(() => {
    wires = []
    states = []
    later = []
    now = 0
    snapshots = []
    people = []
    const dial = () => {
      const made = new TestingWire()
      wires.push(made)
      return made
    }
    const clock = { now: () => now, later: (work: () => void) => later.push(work), cancel: () => undefined }
    connection = new TerminalConnection(
      dial,
      clock,
      {
        state: (state, ending) => states.push([state, ending]),
        output: (_, drawn) => drawn(),
        snapshot: (picture) => snapshots.push(picture),
        opened: () => undefined,
        notice: () => undefined,
        locked: () => undefined,
        people: (all) => (people = all.map((one) => one.name)),
      },
      'tab-secret',
      { columns: 80, rows: 24 },
    )
    connection.open('token')
    wire().onopen?.()
  })

  const opened = () => wire().say({ type: 'opened', session: 's1', actions: [] })
  const nextAttempt = () => {
    later.pop()?.()
    wire().onopen?.()
  }

  it('opensWithTheToken', () => {
    expect(wire().controls()).toEqual([{ type: 'open', token: 'token', tab: 'tab-secret', columns: 80, rows: 24 }])
    opened()
    expect(connection.type('x')).toBe(true)
  })

  it('keepsWhatIsTypedBeforeTheShellIsThere', () => {
    connection.type('ls')
    connection.type(' -l\r')
    expect(wire().typed()).toBe('')
    opened()
    expect(wire().typed()).toBe('ls -l\r')
    connection.type('x')
    expect(wire().typed()).toBe('ls -l\rx')
  })

  it('losesAllFromWhereEarlyTypingIsTooMuch', () => {
    connection.type('a')
    expect(connection.type('b'.repeat(MOST_EARLY))).toBe(false)
    expect(connection.type('c')).toBe(false)
    opened()
    expect(wire().typed()).toBe('a')
  })

  it('forgetsEarlyTypingWhenTheShellNeverCame', () => {
    connection.type('secret')
    wire().drop()
    opened()
    expect(wire().typed()).toBe('')
  })

  it('comesBackToTheSameShellAndAsksForWhatItMissed', () => {
    opened()
    wire().bytes(10)
    wire().drop()
    expect(states.at(-1)).toEqual(['reconnecting', undefined])
    expect(connection.type('blind')).toBe(false)
    nextAttempt()
    expect(wire().controls()).toEqual([{ type: 'resume', session: 's1', tab: 'tab-secret', received: 10, columns: 80, rows: 24 }])
    wire().say({ type: 'resumed', from: 10, snapshot: false })
    expect(states.at(-1)).toEqual(['open', undefined])
    expect(snapshots).toEqual([])
  })

  it('drawsASnapshotWhenTooMuchWasMissed', () => {
    opened()
    wire().drop()
    nextAttempt()
    wire().say({ type: 'resumed', from: 5_000_000, snapshot: true, screen: 'the screen' })
    expect(snapshots).toEqual(['the screen'])
    wire().drop()
    nextAttempt()
    expect(wire().controls()[0]?.received).toBe(5_000_000)
  })

  it('comesBackAfterAReloadOfThePage', () => {
    connection.reopen('s7')
    wire().onopen?.()
    expect(wire().controls()).toEqual([{ type: 'resume', session: 's7', tab: 'tab-secret', received: 0, columns: 80, rows: 24 }])
    wire().say({ type: 'resumed', from: 900, snapshot: true, screen: 'vim' })
    expect(states.at(-1)).toEqual(['open', undefined])
    expect(snapshots).toEqual(['vim'])
  })

  it('saysWhoIsThere', () => {
    opened()
    wire().say({ type: 'people', people: [{ user: 'u', name: 'bob', role: 'writer', since: '' }] })
    expect(people).toEqual(['bob'])
  })

  it('givesUpWhenTheServerNoLongerKeepsTheShell', () => {
    opened()
    wire().drop()
    later.pop()?.()
    now = RESUME_WINDOW_MS
    wire().drop()
    expect(states.at(-1)).toEqual(['ended', { code: 'LOST', detail: '' }])
  })

  it('saysWhyTheSessionEnded', () => {
    opened()
    wire().say({ type: 'ended', code: 'SESSION_TERMINATED', detail: 'lunch' })
    wire().drop()
    expect(states.at(-1)?.[0]).toBe('ended')
    expect(states.at(-1)?.[1]?.detail).toBe('lunch')
    expect(later).toEqual([])
  })

  it('endsWhenItNeverOpened', () => {
    wire().drop()
    expect(states).toEqual([['ended', { code: 'UNREACHABLE', detail: '' }]])
  })

  it('acknowledgesWhatIsOnTheScreenOnlyNowAndThen', () => {
    opened()
    wire().bytes(40_000)
    wire().bytes(40_000)
    wire().bytes(40_000)
    expect(wire().controls().filter((control) => control.type === 'ack')).toEqual([{ type: 'ack', received: 80_000 }])
  })
})
