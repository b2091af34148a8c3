import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // An inlined asset is a data: address, which the content security policy refuses.
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', reportCompressedSize: true },
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
