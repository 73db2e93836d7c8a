import { startApplication } from '@/shared/application'
import App from './App.vue'
import { router } from './router'

startApplication(App, router)
