import { common, problem, setup, signIn } from './common'

export default { common, problem, setup, signIn }
