import { describe, expect, it } from 'vitest'
import { watermarkImage } from './watermark'

const tileOf = (text: string) => decodeURIComponent(/^url\("data:image\/svg\+xml,(.*)"\)$/.exec(watermarkImage(text))?.[1] ?? '')

describe('watermarkImage', () => {
  it('isAnImageThatNamesTheReader', () => {
    const svg = new DOMParser().parseFromString(tileOf('ann 24/11/2026'), 'image/svg+xml')
    expect(svg.querySelector('text')?.textContent).toBe('ann 24/11/2026')
  })

  it('takesANameForTextAndNothingElse', () => {
    const svg = new DOMParser().parseFromString(tileOf(`"/><script>'&`), 'image/svg+xml')
    expect(svg.querySelector('script')).toBeNull()
    expect(svg.querySelector('text')?.textContent).toBe(`"/><script>'&`)
  })
})
