import { defineConfig } from 'astro/config';
import milepost from 'milepost';

export default defineConfig({
  // Where the site is read: `site` is the host, `base` the path on it.
  site: 'https://owner.github.io',
  base: '/repository/',
  integrations: [milepost()],
});
