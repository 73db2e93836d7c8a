import { startApplication } from '@/shared/application'
import App from './App.vue'

startApplication(App)
