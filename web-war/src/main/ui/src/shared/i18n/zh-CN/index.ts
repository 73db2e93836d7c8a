import type { Messages } from '..'
import { audit } from './audit'
import { common, problem, reset, setup, signIn } from './common'
import { console } from './console'
import { nav } from './nav'
import { profile } from './profile'
import { refusals } from './refusals'
import { dashboard, replay, sessions, settings } from './sessions'
import { connect, files, share, shortcuts, terminal, workspace } from './workspace'

const zhCN: Messages = { audit, common, connect, console, dashboard, files, nav, problem, profile, refusals, replay, reset, sessions, settings, setup, share, shortcuts, signIn, terminal, workspace }
export default zhCN
