/** Entry point of the command line inside of a single executable. */
import { PARTS_INSIDE } from './executable-parts';
import { runCli } from './run-cli';

runCli(PARTS_INSIDE);
