/** JupyterLab's conventions, as its own linter knows them; part of `npm run check`. */
import { join } from 'node:path'
import { onceFor, root, run } from './set-up.mjs'

const place = 'extension/lint'

onceFor('lint', [`${place}/package-lock.json`], `${place}/node_modules`, () =>
  run('Installing the linter of JupyterLab', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: join(root, place),
    remedy: 'What npm says above is why. It needs the npm registry.',
  }),
)
run(
  '',
  'lint/node_modules/.bin/eslint',
  ['--config', 'lint/eslint.config.mjs', '--max-warnings', '0', 'src'],
  {
    cwd: join(root, 'extension'),
  },
)
