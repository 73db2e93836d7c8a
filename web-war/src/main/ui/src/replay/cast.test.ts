import { describe, expect, it } from 'vitest'
import { parseEvents } from './cast'
import { Timeline } from './timeline'

describe('parseEvents', () => {
  it('readsEvents', () => {
    expect(parseEvents('[0.5,"o","hi"]\n[1.25,"r","100x30"]\n')).toEqual([
      { seconds: 0.5, kind: 'o', data: 'hi' },
      { seconds: 1.25, kind: 'r', data: '100x30' },
    ])
  })

  it('leavesOutWhatIsCutOff', () => {
    expect(parseEvents('[0.5,"o","hi"]\n[1.25,"o","he')).toEqual([{ seconds: 0.5, kind: 'o', data: 'hi' }])
  })
})

describe('Timeline', () => {
  const timeline = new Timeline([{ from: 2, until: 60 }, { from: 61, until: 90 }], 100)

  it('jumpsOverSilences', () => {
    expect(timeline.advance(1, 0.5, true)).toBe(1.5)
    expect(timeline.advance(1, 1.5, true)).toBe(60.5)
    expect(timeline.advance(30, 0.5, true)).toBe(60.5)
    expect(timeline.advance(60, 2, true)).toBe(91)
  })

  it('playsThemWhenAsked', () => {
    expect(timeline.advance(1, 30, false)).toBe(31)
    expect(timeline.advance(99, 30, false)).toBe(100)
  })
})
