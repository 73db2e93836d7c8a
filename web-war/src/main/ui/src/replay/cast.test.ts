import { describe, expect, it } from 'vitest'
import { parseCast, plainText, searchOutput, type CastEvent } from './cast'
import { Timeline } from './timeline'

const out = (seconds: number, data: string): CastEvent => ({ seconds, kind: 'o', data })

describe('parseCast', () => {
  it('readsHeaderAndEvents', () => {
    const cast = parseCast('{"version":2,"width":80,"height":24}\n[0.5,"o","hi"]\n[1.25,"r","100x30"]\n')
    expect(cast.header.width).toBe(80)
    expect(cast.events).toEqual([out(0.5, 'hi'), { seconds: 1.25, kind: 'r', data: '100x30' }])
    expect(cast.duration).toBe(1.25)
  })

  it('leavesOutWhatIsCutOff', () => {
    const cast = parseCast('{"version":2,"width":80,"height":24}\n[0.5,"o","hi"]\n[1.25,"o","he')
    expect(cast.events).toEqual([out(0.5, 'hi')])
  })

  it('refusesOtherVersions', () => {
    expect(() => parseCast('{"version":1,"width":80,"height":24}')).toThrow('version 1')
  })
})

describe('plainText', () => {
  it('dropsEscapes', () => {
    expect(plainText('\u001b[1;32mroot\u001b[0m\u001b]0;title\u0007:~#\r\n')).toBe('root:~#\n')
  })
})

describe('searchOutput', () => {
  it('findsWordsThatArriveLetterByLetter', () => {
    const events = [out(1, '$ '), out(2, 'w'), out(3, 'h'), out(4, 'o\r\n'), out(5, 'root\r\n')]
    expect(searchOutput(events, 'WHO')).toEqual([{ seconds: 4, line: '$ who' }])
  })

  it('countsALineOnce', () => {
    expect(searchOutput([out(1, 'aa'), out(2, 'aa\nb')], 'a')).toEqual([{ seconds: 1, line: 'aaaa' }])
  })

  it('findsNothingForNothing', () => {
    expect(searchOutput([out(1, 'a')], '')).toEqual([])
  })
})

describe('Timeline', () => {
  const events = [out(1, 'a'), out(11, 'b'), out(12, 'c'), out(40, 'd')]
  const timeline = new Timeline(events, 40)

  it('playsInRealTime', () => expect(timeline.advance(0, 3, false)).toBe(3))
  it('cutsASilence', () => expect(timeline.advance(2, 1, true)).toBe(11.5))
  it('cutsSeveralSilences', () => expect(timeline.advance(2, 3.5, true)).toBe(40))
  it('leavesASilenceThatItStandsIn', () => expect(timeline.advance(6, 0.25, true)).toBe(11.25))
  it('stopsAtTheEnd', () => expect(timeline.advance(39, 5, false)).toBe(40))
})
