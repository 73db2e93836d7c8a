import { describe, expect, it } from 'vitest'
import { MOST_UNDER_WAY, TypingQueue } from './typing-queue'

describe('TypingQueue', () => {
  const made = () => {
    const sent: string[] = []
    const decoder = new TextDecoder()
    return { sent, queue: new TypingQueue((piece) => sent.push(decoder.decode(piece))), bytes: () => sent.join('').length }
  }

  it('sendsKeystrokesAtOnce', () => {
    const { queue, sent } = made()
    queue.add('l')
    queue.add('s')
    expect(sent).toEqual(['l', 's'])
  })

  it('holdsAPasteThatIsLargerThanTheTargetTakes', () => {
    const { queue, bytes, sent } = made()
    const paste = Array.from({ length: 100_000 }, (_, at) => String(at)).join(' ')
    queue.add(paste)
    expect(bytes()).toBeLessThanOrEqual(MOST_UNDER_WAY)
    for (let taken = bytes(); bytes() < paste.length; taken = bytes()) queue.taken(taken)
    expect(sent.join('')).toBe(paste)
  })

  it('forgetsWhatWaitedForALostWire', () => {
    const { queue, bytes } = made()
    queue.add('x'.repeat(2 * MOST_UNDER_WAY))
    const before = bytes()
    queue.reset()
    queue.add('y')
    expect(bytes()).toBe(before + 1)
  })
})
