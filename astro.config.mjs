import { defineConfig } from 'astro/config';
import milepost from './src/index.ts';

export default defineConfig({
  integrations: [milepost()],
});
