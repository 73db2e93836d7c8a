/** Bytes typed that the target has not taken yet, at most; the server cuts off who sends four times as many. */
export const MOST_UNDER_WAY = 256 * 1024
const PIECE = 16 * 1024

/** Holds what is typed faster than the target takes it, a large paste for example, and sends it piece by piece. */
export class TypingQueue {
  private readonly encoder = new TextEncoder()
  private waiting: Uint8Array<ArrayBuffer>[] = []
  private sent = 0
  private done = 0

  constructor(private readonly send: (piece: Uint8Array<ArrayBuffer>) => void) {}

  add(text: string): void {
    const bytes = this.encoder.encode(text)
    for (let at = 0; at < bytes.length; at += PIECE) this.waiting.push(bytes.subarray(at, at + PIECE))
    this.drain()
  }

  /** @param total bytes that the target has taken since the last reset */
  taken(total: number): void {
    this.done = Math.max(this.done, total)
    this.drain()
  }

  /** A new wire: what waited was typed blindly and is dropped. */
  reset(): void {
    this.waiting = []
    this.sent = this.done = 0
  }

  private drain(): void {
    for (let piece = this.waiting[0]; piece && this.sent - this.done + piece.length <= MOST_UNDER_WAY; piece = this.waiting[0]) {
      this.waiting.shift()
      this.sent += piece.length
      this.send(piece)
    }
  }
}
