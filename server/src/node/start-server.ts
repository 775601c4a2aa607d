/** What `xlcfg-language-server` starts. */
import { join } from 'node:path';
import { loadCompiled } from './compile-cache';

loadCompiled(join(__dirname, 'server-main.js'));
