/** A config that is opened first. */
import assert from 'node:assert/strict';
import { eventually, findServer, open, waitForCodes } from './editor';

describe('The first config', () => {
  it('starts the server', async function () {
    if (process.platform === 'win32') this.skip();
    assert.equal(findServer(), undefined);
    const { document } = await open('web1.cfg');
    await eventually('a server', findServer);
    await waitForCodes(document.uri, (codes) => codes.length >= 7);
  });
});
