/** Messages that the server sends of its own accord. */

/** An editor that is gone by now, or does not want the message, is no reason to end; without this it would be. */
export function send(run: () => Promise<unknown>): void {
  // Also where it does not come to a promise.
  void Promise.resolve()
    .then(run)
    .catch(() => undefined);
}
