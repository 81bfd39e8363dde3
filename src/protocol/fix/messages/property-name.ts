/** How the fields of FIX are called in typed messages. */

/**
 * A field's name as a property: capitals at its beginning become small, as many as are one word.
 * `ClOrdID` is `clOrdID`, `MDReqID` is `mdReqID`, `NoPartyIDs` is `noPartyIDs`, `IOIID` is `ioiid`.
 */
export function propertyNameOf(fieldName: string): string {
  return fieldName.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
}
