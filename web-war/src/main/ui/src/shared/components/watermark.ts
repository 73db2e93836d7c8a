const WIDTH = 300
const HEIGHT = 150

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A tile that repeats `text` aslant, grey enough to be read on dark and on light. */
export function watermarkImage(text: string): string {
  const line = `<text x="${WIDTH / 2}" y="${HEIGHT / 2}" transform="rotate(-18 ${WIDTH / 2} ${HEIGHT / 2})" text-anchor="middle" font-family="sans-serif" font-size="13" fill="#7f8d92" fill-opacity="0.34">${escaped(text)}</text>`
  const tile = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${line}</svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(tile)}")`
}
