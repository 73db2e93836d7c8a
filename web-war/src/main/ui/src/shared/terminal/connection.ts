import { parseControl, type ClientControl, type Participant } from './protocol'
import { TypingQueue } from './typing-queue'

export type ConnectionState = 'connecting' | 'open' | 'reconnecting' | 'ended'

export interface Ending {
  code: string
  detail: string
}

export interface ConnectionEvents {
  state: (state: ConnectionState, ending?: Ending) => void
  /** Output to draw, which ends at the position `end`; `drawn` is called once it is on the screen. */
  output: (data: Uint8Array, drawn: () => void, end: number) => void
  /** Too much was missed: the screen is as `picture` paints it. */
  snapshot: (picture: string) => void
  opened: (session: string, actions: string[], until?: string | null) => void
  notice: (text: string) => void
  locked: (locked: boolean) => void
  people: (people: Participant[]) => void
}

/** The part of a WebSocket that is used, so that tests can bring their own. */
export interface Wire {
  binaryType: string
  readyState: number
  send: (data: string | Uint8Array<ArrayBuffer>) => void
  close: () => void
  onopen: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: (() => void) | null
}

export interface Clock {
  now: () => number
  later: (work: () => void, milliseconds: number) => number
  cancel: (timer: number) => void
}

const OPEN = 1
/** How long the server keeps a shell whose browser has gone, milliseconds. */
export const RESUME_WINDOW_MS = 60_000
const FIRST_PAUSE_MS = 300
const LONGEST_PAUSE_MS = 5_000
/** Characters typed before the shell is there that are kept for it; what does not fit is lost, and all after it. */
export const MOST_EARLY = 4096
/** Bytes drawn between two acknowledgements; the server stops sending when too many are missing. */
const ACK_EVERY = 64 * 1024

/**
 * One shell. Survives a lost wire: within {@link RESUME_WINDOW_MS} it comes back to the same shell and asks for what it missed.
 * Input typed meanwhile is not kept: it would arrive blindly. What is typed before the shell is there for the first time is kept and
 * sent once it is.
 */
export class TerminalConnection {
  private wire?: Wire
  private session = ''
  private received = 0
  private acknowledged = 0
  private lostAt = 0
  private attempts = 0
  private timer = 0
  private state: ConnectionState = 'connecting'
  private early = ''
  private earlyFull = false
  private readonly typing = new TypingQueue((piece) => this.wire?.send(piece))

  constructor(
    private readonly dial: () => Wire,
    private readonly clock: Clock,
    private readonly events: ConnectionEvents,
    private readonly tab: string,
    private size: { columns: number; rows: number },
  ) {}

  open(token: string): void {
    this.connect(() => ({ type: 'open', token, tab: this.tab, ...this.size }))
  }

  /** Where the output ends that this page has got. */
  get position(): number {
    return this.received
  }

  /** After a reload of the page: the same shell, whose output this page has not seen. */
  reopen(session: string): void {
    this.session = session
    this.lostAt = this.clock.now()
    this.change('reconnecting')
    this.resume()
  }

  type(text: string): boolean {
    if (this.state === 'connecting') return this.keep(text)
    if (this.state !== 'open' || this.wire?.readyState !== OPEN) return false
    this.typing.add(text)
    return true
  }

  private keep(text: string): boolean {
    this.earlyFull ||= this.early.length + text.length > MOST_EARLY
    if (this.earlyFull) return false
    this.early += text
    return true
  }

  private sendEarly(): void {
    if (this.early) this.typing.add(this.early)
    this.early = ''
  }

  resize(columns: number, rows: number): void {
    this.size = { columns, rows }
    if (this.state === 'open') this.control({ type: 'resize', columns, rows })
  }

  /** Tries at once instead of at the next pause. */
  retryNow(): void {
    if (this.state !== 'reconnecting') return
    this.clock.cancel(this.timer)
    this.resume()
  }

  close(): void {
    this.control({ type: 'close' })
    this.finish({ code: 'CLOSED', detail: '' })
  }

  private connect(greeting: () => ClientControl): void {
    const wire = this.dial()
    this.typing.reset()
    this.wire = wire
    wire.binaryType = 'arraybuffer'
    wire.onopen = () => wire.send(JSON.stringify(greeting()))
    wire.onmessage = (event) => this.receive(event.data)
    wire.onclose = () => this.lost()
  }

  private receive(data: unknown): void {
    if (typeof data === 'string') this.obey(data)
    else this.draw(new Uint8Array(data as ArrayBuffer))
  }

  private draw(bytes: Uint8Array): void {
    this.received += bytes.byteLength
    const upTo = this.received
    this.events.output(bytes, () => {
      if (upTo - this.acknowledged < ACK_EVERY) return
      this.acknowledged = upTo
      this.control({ type: 'ack', received: upTo })
    }, upTo)
  }

  private obey(text: string): void {
    const control = parseControl(text)
    switch (control?.type) {
      case 'opened':
        this.session = control.session
        this.attempts = 0
        this.change('open')
        this.sendEarly()
        this.events.opened(control.session, control.actions, control.until)
        break
      case 'resumed':
        this.received = this.acknowledged = control.from
        this.attempts = 0
        if (control.snapshot) this.events.snapshot(control.screen ?? '')
        this.change('open')
        break
      case 'typed':
        this.typing.taken(control.received)
        break
      case 'people':
        this.events.people(control.people)
        break
      case 'notice':
        this.events.notice(control.text)
        break
      case 'locked':
        this.events.locked(control.locked)
        break
      case 'ended':
        this.finish(control)
        break
    }
  }

  private lost(): void {
    if (this.state === 'ended') return
    if (!this.session) {
      this.finish({ code: 'UNREACHABLE', detail: '' })
      return
    }
    if (this.state === 'open') this.lostAt = this.clock.now()
    if (this.clock.now() - this.lostAt >= RESUME_WINDOW_MS) {
      this.finish({ code: 'LOST', detail: '' })
      return
    }
    this.change('reconnecting')
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.attempts)
    this.attempts += 1
    this.timer = this.clock.later(() => this.resume(), pause)
  }

  private resume(): void {
    this.connect(() => ({ type: 'resume', session: this.session, tab: this.tab, received: this.received, ...this.size }))
  }

  private control(message: ClientControl): void {
    if (this.wire?.readyState === OPEN) this.wire.send(JSON.stringify(message))
  }

  private change(state: ConnectionState, ending?: Ending): void {
    this.state = state
    this.events.state(state, ending)
  }

  private finish(ending: Ending): void {
    if (this.state === 'ended') return
    this.clock.cancel(this.timer)
    this.early = ''
    this.change('ended', ending)
    this.wire?.close()
  }
}
