import { effectScope } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CastEvent } from './cast'
import type { Outline, Source } from './recording'
import { usePlayer } from './use-player'

/** Three parts of ten seconds, one letter a second: a…j, k…t, u…z. */
const letter = (second: number) => String.fromCharCode(97 + second)
const outline: Outline = { width: 80, height: 24, start: '', title: '', seconds: 25, parts: [0, 10, 20], silences: [] }

class TestingSource implements Source {
  asked: string[] = []
  waiting: (() => void)[] = []
  held = false
  outline = async () => outline
  part(number: number, screen: boolean): Promise<CastEvent[]> {
    this.asked.push(`${number}${screen ? ' screen' : ''}`)
    const events: CastEvent[] = screen ? [{ seconds: number * 10, kind: 'o', data: `<screen ${number}>` }] : []
    for (let second = number * 10; second < Math.min(26, number * 10 + 10); second += 1) events.push({ seconds: second, kind: 'o', data: letter(second) })
    return this.held ? new Promise((resolve) => this.waiting.push(() => resolve(events))) : Promise.resolve(events)
  }
}

describe('usePlayer', () => {
  let source: TestingSource
  let drawn: string
  let player: ReturnType<typeof usePlayer>

  beforeEach(async () => {
    source = new TestingSource()
    drawn = ''
    const screen = { reset: () => (drawn = ''), resize: () => undefined, write: (data: string) => (drawn += data) }
    player = effectScope().run(() => usePlayer(screen, source)) as ReturnType<typeof usePlayer>
    await player.load(outline, 0)
  })

  it('beginsWithTheFirstPartAndFetchesTheNext', () => {
    expect(drawn).toBe('<screen 0>a')
    expect(source.asked).toEqual(['0 screen', '1'])
  })

  it('goesOnIntoTheNextPart', async () => {
    await player.seek(9)
    player.now.value = 9
    await Promise.resolve()
    await player.seek(9.5)
    expect(drawn).toBe('<screen 0>abcdefghij')
  })

  it('jumpsWithAPictureOfTheScreenAndWithoutWhatLiesBetween', async () => {
    await player.seek(22.5)
    expect(drawn).toBe('<screen 2>uvw')
    expect(player.now.value).toBe(22.5)
    expect(source.asked).toEqual(['0 screen', '1', '2 screen'])
  })

  it('jumpsBack', async () => {
    await player.seek(22)
    await player.seek(3)
    expect(drawn).toBe('<screen 0>abcd')
  })

  it('showsTheLastOfSeveralJumps', async () => {
    source.held = true
    const first = player.seek(22)
    const second = player.seek(12)
    expect(player.waiting.value).toBe(true)
    source.waiting.reverse().forEach((answer) => answer())
    await Promise.all([first, second])
    expect(drawn).toBe('<screen 1>klm')
    expect(player.now.value).toBe(12)
  })
})
