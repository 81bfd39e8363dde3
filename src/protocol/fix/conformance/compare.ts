/** Whether a message is the one that was expected: field by field, in order, to the letter. */
import { soh } from "./script.ts";

/** Fields whose value no script can know: only the shape counts. */
const shapes: ReadonlyMap<string, RegExp> = new Map([
  ["10", /^\d{3}$/],
  ...["42", "52", "60", "122"].map(
    (tag) => [tag, /^\d{8}-\d{2}:\d{2}:\d{2}(\.\d{3}(\d{3}){0,3})?$/] as const,
  ),
]);

/** Both sides of the first difference, in words. */
export interface Difference {
  readonly found: string;
  readonly expected: string;
}

/**
 * The first difference between two whole messages; undefined where there is none.
 *
 * As strict as QuickFIX's own runner: the same tags in the same places, equal values except for
 * CheckSum and four times. BodyLength is compared literally, so times must have the right precision.
 */
export function compareMessages(expected: string, found: string): Difference | undefined {
  const wanted = splitFields(expected);
  const got = splitFields(found);
  const place = wanted.findIndex((field, index) => !isSameField(field, got[index]));
  if (place < 0 && got.length === wanted.length) return undefined;
  const at = place < 0 ? wanted.length : place;
  return {
    found: `${describe(got[at], at)} in ${readable(found)}`,
    expected: `${describe(wanted[at], at)} in ${readable(expected)}`,
  };
}

/**
 * A message for people: `|` for SOH, and zeros for the digits of values that differ from run to run,
 * so that a result is the same each time.
 */
export function readable(message: string): string {
  return splitFields(message)
    .map((field) => {
      const [tag, value] = splitField(field);
      return shapes.get(tag)?.test(value) ? `${tag}=${value.replace(/\d/g, "0")}|` : `${field}|`;
    })
    .join("");
}

function describe(field: string | undefined, index: number): string {
  return field === undefined
    ? `no field ${index + 1}`
    : `field ${index + 1}: ${readable(field).slice(0, -1)}`;
}

function isSameField(expected: string, found: string | undefined): boolean {
  if (found === undefined) return false;
  const [tag, value] = splitField(expected);
  const [foundTag, foundValue] = splitField(found);
  if (tag !== foundTag) return false;
  const shape = shapes.get(tag);
  return shape === undefined ? value === foundValue : shape.test(foundValue);
}

function splitFields(message: string): string[] {
  const fields = message.split(soh);
  return fields.at(-1) === "" ? fields.slice(0, -1) : fields;
}

function splitField(field: string): [tag: string, value: string] {
  const equals = field.indexOf("=");
  return equals < 0 ? [field, ""] : [field.slice(0, equals), field.slice(equals + 1)];
}
