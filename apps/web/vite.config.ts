import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // An inlined asset is a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Few chunks rather than one a component: fewer requests, and they compress better together.
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules\/(?!@tanstack\/(react-)?table)/, priority: 3 },
            { name: 'shell', test: /src\/(app|api|kit|calendar|money|parties)\/|src\/text\/[\w-]+\.ts$/, priority: 2 },
            { name: 'case', test: /src\/pages\/(file\/(?!case-page)|commands\/)/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
