import type { Messages } from '..'
import { common, problem, setup, signIn } from './common'

const zhCN: Messages = { common, problem, setup, signIn }
export default zhCN
