/** Which property of a typed message is which field, worked out once for every list of members. */
import { assert } from "../../../core/assert.ts";
import { rawDataFields } from "../codec/raw-data-fields.ts";
import type { Dictionary, GroupDefinition, MemberList } from "../dictionary/dictionary.ts";
import { type ValueKind, valueKindOf } from "../dictionary/field-types.ts";
import { propertyNameOf } from "./property-name.ts";

/** A field or group at its place in a message. */
export interface Slot {
  readonly property: string;
  readonly tag: number;
  /** Place in the order of the wire. */
  readonly place: number;
  readonly kind: Exclude<ValueKind, "length" | "count">;
  readonly isRequired: boolean;
  readonly group: GroupDefinition | undefined;
  /** Tag of the length that goes before raw data; 0 for everything else. */
  readonly lengthTag: number;
}

/** The length of raw data has no slot of its own: it follows from the data. */
export interface Layout {
  readonly byProperty: ReadonlyMap<string, Slot>;
  readonly byTag: ReadonlyMap<number, Slot>;
  readonly required: readonly Slot[];
}

const layouts = new WeakMap<Dictionary, WeakMap<MemberList, Layout>>();
const lengthTags = new Map([...rawDataFields].map(([length, data]) => [data, length]));

/** The layout of a message or of the entries of a group. */
export function layoutOf(dictionary: Dictionary, list: MemberList): Layout {
  let known = layouts.get(dictionary);
  if (known === undefined) {
    known = new WeakMap();
    layouts.set(dictionary, known);
  }
  const layout = known.get(list) ?? createLayout(dictionary, list);
  known.set(list, layout);
  return layout;
}

function createLayout(dictionary: Dictionary, list: MemberList): Layout {
  const slots = list.members.flatMap(({ tag, isRequired, group }, place): Slot[] => {
    const field = dictionary.fields.get(tag);
    assert(field !== undefined, `the field ${tag} of a message is in the dictionary`);
    const kind = valueKindOf(field.type);
    const dataTag = kind === "length" ? rawDataFields.get(tag) : undefined;
    if (dataTag !== undefined && list.byTag.has(dataTag)) return [];
    return [
      {
        property: propertyNameOf(field.name),
        tag,
        place,
        kind: kind === "length" || kind === "count" ? "integer" : kind,
        isRequired,
        group,
        lengthTag: (kind === "data" && lengthTags.get(tag)) || 0,
      },
    ];
  });
  const byProperty = new Map(slots.map((slot) => [slot.property, slot]));
  assert(byProperty.size === slots.length, "the fields of a message have different names");
  return {
    byProperty,
    byTag: new Map(slots.map((slot) => [slot.tag, slot])),
    required: slots.filter(({ isRequired }) => isRequired),
  };
}
