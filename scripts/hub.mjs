/** `npm run hub`: a JupyterHub on this machine to try Reformlab on; `notebooks/hub/README.md`. Arguments go to JupyterHub. */
import { join } from 'node:path'
import { run, setUp } from './set-up.mjs'
import { setUpHub } from './set-up-jupyter.mjs'

setUp()
const program = join(setUpHub(), 'jupyterhub')
run('', program, ['--config', 'notebooks/hub/jupyterhub_config.py', ...process.argv.slice(2)])
