/** Places for loads, against a replay and a search through everything that is possible. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assign, type Load, smallestConflict } from '../../server/src/evacuation/assign';

const PLACES = [0, 1, 2];

const PROBLEM = fc.record({
  loads: fc.array(fc.record({ size: fc.integer({ min: 1, max: 9 }), places: fc.shuffledSubarray(PLACES) }), { maxLength: 6 }),
  room: fc.array(fc.nat(20), { minLength: PLACES.length, maxLength: PLACES.length }),
});

/** Tries every place for every load. */
function isPossible([first, ...others]: readonly Load[], room: readonly number[]): boolean {
  if (first === undefined) return true;
  return first.places.some((place) => {
    const left = room.map((each, index) => (index === place ? each - first.size : each));
    return (left[place] ?? -1) >= 0 && isPossible(others, left);
  });
}

/** Puts one load after the other where it is said to go. */
function replay(loads: readonly Load[], room: readonly number[], places: readonly number[]): void {
  assert.equal(places.length, loads.length);
  const left = [...room];
  for (const [index, { size, places: allowed }] of loads.entries()) {
    const place = places[index] ?? -1;
    assert.ok(allowed.includes(place));
    left[place] = (left[place] ?? 0) - size;
    assert.ok((left[place] ?? -1) >= 0);
  }
}

test('what is found can be done, and nothing that can be done is missed', () => {
  let impossible = 0;
  fc.assert(
    fc.property(PROBLEM, ({ loads, room }) => {
      const result = assign(loads, room);
      if (isPossible(loads, room)) {
        assert.equal(result.kind, 'found');
        replay(loads, room, 'places' in result ? result.places : []);
        return;
      }
      impossible += 1;
      assert.equal(result.kind, 'impossible');
      const conflict = smallestConflict(loads, room).map((index) => loads[index] ?? assert.fail('a load'));
      assert.ok(!isPossible(conflict, room));
      for (const load of conflict) assert.ok(isPossible(conflict.filter((other) => other !== load), room)); // prettier-ignore
    }),
    { numRuns: 2000 },
  );
  assert.ok(impossible > 100);
});

test('the first place with room is taken', () => {
  assert.deepEqual(assign([{ size: 1, places: [2, 0] }], [5, 5, 5]), { kind: 'found', places: [2] });
});

test('a search that is given up proves nothing', () => {
  // Three fit into each place, though the sum would do for eleven.
  const loads = Array.from({ length: 10 }, (): Load => ({ size: 10, places: PLACES }));
  assert.deepEqual(assign(loads, [39, 39, 39], 100), { kind: 'unknown' });
});

test('ten thousand loads need no recursion', () => {
  const loads = Array.from({ length: 10_000 }, (_, index): Load => ({ size: 1 + (index % 7), places: PLACES }));
  const result = assign(loads, [20_000, 20_000, 20_000]);
  assert.equal(result.kind, 'found');
  replay(loads, [20_000, 20_000, 20_000], 'places' in result ? result.places : []);
});
