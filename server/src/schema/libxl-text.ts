/** How libxl writes values. */

/** What uuid_parse of libuuid takes. */
export const UUID = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;

/** A UUID as libxl prints it. */
export function canonicalUuid(text: string): string {
  const digits = text.replaceAll('-', '').toLowerCase();
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-');
}

/** A switch that can also be left to its default. */
export function toDefbool(isOn: boolean): string {
  return isOn ? 'True' : 'False';
}
