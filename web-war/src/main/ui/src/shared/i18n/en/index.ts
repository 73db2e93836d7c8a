import { common, problem, setup, signIn } from './common'
import { console } from './console'
import { nav } from './nav'
import { profile } from './profile'
import { dashboard, replay, sessions, settings } from './sessions'

export default { common, console, dashboard, nav, problem, profile, replay, sessions, settings, setup, signIn }
