import type { ITheme } from '@xterm/xterm'

type Palette = [background: string, foreground: string, cursor: string, selection: string, colours: string]

// Sixteen colours each, from black to bright white.
const PALETTES = {
  gatehouse: ['#10161a', '#d8e0e4', '#45cdb3', '#2c4a50', '#1c262b #f0776c #6ccf8e #e3b65b #6fa8e8 #b795e8 #4fc9c4 #c3ccd1 #53626a #ff978d #8ce4aa #f4cc7a #93c1f5 #cdb3f5 #74dfda #f2f6f7'],
  paper: ['#fbfcfb', '#1f2a28', '#0b6e5f', '#cfe6e0', '#1f2a28 #b42318 #1b7a3d #8f5a00 #29588f #7a3e9d #0b6e6e #5c6a66 #62716d #cf3527 #23904a #a66b06 #3470b3 #9150b8 #0e8585 #16211f'],
  solarizedDark: ['#002b36', '#93a1a1', '#93a1a1', '#0d4654', '#073642 #dc322f #859900 #b58900 #268bd2 #d33682 #2aa198 #eee8d5 #4d6a72 #e5645f #a3b52a #d1a62a #5aa9e6 #e36aa3 #5cbdb4 #fdf6e3'],
  solarizedLight: ['#fdf6e3', '#586e75', '#586e75', '#e4dcc1', '#073642 #dc322f #718700 #a57c00 #2076b3 #c12f76 #23867e #6b7d82 #586e75 #cb4b16 #586e75 #657b83 #839496 #6c71c4 #93a1a1 #002b36'],
  dracula: ['#282a36', '#f8f8f2', '#f8f8f2', '#44475a', '#21222c #ff5555 #50fa7b #f1fa8c #bd93f9 #ff79c6 #8be9fd #f8f8f2 #6272a4 #ff6e6e #69ff94 #ffffa5 #d6acff #ff92df #a4ffff #ffffff'],
  nord: ['#2e3440', '#d8dee9', '#d8dee9', '#434c5e', '#3b4252 #bf616a #a3be8c #ebcb8b #81a1c1 #b48ead #88c0d0 #e5e9f0 #4c566a #d0757e #b5d09e #f2d9a0 #97b5d3 #c5a2bf #8fbcbb #eceff4'],
  gruvbox: ['#282828', '#ebdbb2', '#ebdbb2', '#504945', '#282828 #cc241d #98971a #d79921 #458588 #b16286 #689d6a #a89984 #928374 #fb4934 #b8bb26 #fabd2f #83a598 #d3869b #8ec07c #ebdbb2'],
  oneDark: ['#282c34', '#abb2bf', '#528bff', '#3e4451', '#282c34 #e06c75 #98c379 #e5c07b #61afef #c678dd #56b6c2 #abb2bf #5c6370 #ef7f88 #a9d48b #f0cd8d #7bbdf5 #d48ce8 #6cc6d1 #ffffff'],
  tokyoNight: ['#1a1b26', '#c0caf5', '#c0caf5', '#33467c', '#15161e #f7768e #9ece6a #e0af68 #7aa2f7 #bb9af7 #7dcfff #a9b1d6 #565f89 #ff899d #b3e27d #f0c27d #92b4ff #cbb0ff #96dcff #c0caf5'],
  highContrast: ['#000000', '#ffffff', '#ffff00', '#4d4d4d', '#000000 #ff6b6b #5cff5c #ffff5c #7aa7ff #ff7aff #5cffff #e6e6e6 #8c8c8c #ff8f8f #8cff8c #ffff99 #a3c2ff #ffa3ff #a3ffff #ffffff'],
} satisfies Record<string, Palette>

export type TerminalThemeName = keyof typeof PALETTES
export const TERMINAL_THEMES = Object.keys(PALETTES) as TerminalThemeName[]

const NAMES = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const

export function terminalTheme(name: TerminalThemeName): ITheme {
  const [background, foreground, cursor, selectionBackground, colours] = PALETTES[name]
  const theme: Record<string, string> = { background, foreground, cursor, cursorAccent: background, selectionBackground }
  colours.split(' ').forEach((colour, at) => {
    const plain = NAMES[at % NAMES.length] as string
    theme[at < NAMES.length ? plain : `bright${plain.slice(0, 1).toUpperCase()}${plain.slice(1)}`] = colour
  })
  return theme
}
