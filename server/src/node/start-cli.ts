/** What `xlcfg` starts. */
import { join } from 'node:path';
import { loadCompiled } from './compile-cache';

loadCompiled(join(__dirname, 'cli-main.js'));
