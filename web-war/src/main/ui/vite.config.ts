import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = process.env.GATEHOUSE_URL ?? 'https://localhost:8443'
const proxied = { target: server, secure: false, changeOrigin: true }

// Two entries, one origin: everything lies below /ui/ and /luna/, the public paths that load balancers forward.
export default defineConfig({
  plugins: [
    vue(),
    components({ dirs: [], dts: 'components.d.ts', resolvers: [ElementPlusResolver({ importStyle: 'css' })] }),
  ],
  resolve: { alias: { '@': here('./src') } },
  server: { proxy: { '/api': proxied, '/ws': { ...proxied, ws: true } } },
  build: {
    outDir: here('../../../target/ui'),
    emptyOutDir: true,
    assetsDir: 'ui/assets',
    chunkSizeWarningLimit: 900,
    rollupOptions: { input: { console: here('./ui/index.html'), workspace: here('./luna/index.html') } },
  },
  // limits of patience, for machines that have much else to do
  test: { testTimeout: 180_000, hookTimeout: 180_000, environment: 'jsdom', include: ['src/**/*.test.ts'], server: { deps: { inline: ['element-plus'] } } },
})
