/** Entry point of the command line `xlcfg` on Node, from the folder of its bundle. */
import { partsBeside } from './program-parts';
import { runCli } from './run-cli';

runCli(partsBeside(__dirname));
