import { parseArgs } from 'node:util';
import { serveGitHub } from './server.ts';
import { titanium, titaniumIsAbsent } from './titanium.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, all: { type: 'boolean', default: false } },
});
const absent = titaniumIsAbsent();
if (absent) {
  process.stderr.write(`${absent}\n`);
  process.exitCode = 1;
} else {
  const { url, env, data } = await serveGitHub(
    { ...titanium(values.all), token: 'test' },
    Number(values.port),
  );
  const [home] = data.repositories;
  process.stdout.write(`${home?.issues.length ?? 0} issues of tidev/titanium at ${url}; try\n`);
  process.stdout.write(
    `GITHUB_API_URL=${url} GITHUB_TOKEN=${env.GITHUB_TOKEN} npm run milepost -- sync --repo tidev/titanium\n`,
  );
}
