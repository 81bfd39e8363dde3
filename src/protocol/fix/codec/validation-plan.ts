/**
 * What a dictionary demands of one type of message, laid out for a validator that meets the fields in
 * the order of the wire: one look-up by tag gives everything there is to check.
 */
import type { Dictionary, FixVersion, GroupDefinition, Member } from "../dictionary/dictionary.ts";
import { ByteTable } from "./byte-table.ts";
import { format, formatOf, isMultipleValue } from "./field-format.ts";
import { TagTable } from "./tag-table.ts";

/** Parts of a message, in their order. */
export const part = { header: 0, body: 1, trailer: 2 } as const;

/** What is to be checked of the value of a field. */
export interface ValueRule {
  readonly tag: number;
  /** One of `format`. */
  readonly format: number;
  /** Undefined where every value of the format is permitted. */
  readonly values: ByteTable | undefined;
  /** Several values with spaces between. */
  readonly isMultiple: boolean;
}

/** A field at its place in a message or in the entry of a group. */
export interface FieldRule extends ValueRule {
  readonly part: number;
  readonly isRequired: boolean;
  /** Place in the order of the dictionary, from 0. */
  readonly slot: number;
  readonly group: GroupPlanSource | undefined;
}

/** The fields of a message without those in groups, or of the entry of a group. */
export interface Plan {
  readonly rules: TagTable<FieldRule>;
  /** In the order in which a missing one is named: header, trailer, body, each by tag. */
  readonly required: readonly FieldRule[];
  /** By slot: when the field was last seen. */
  readonly seen: Float64Array;
}

export interface GroupPlan extends Plan {
  readonly countTag: number;
  readonly delimiterTag: number;
}

/** Groups are compiled when they are first met: FIX 5.0SP2 has messages with hundreds of them. */
export interface GroupPlanSource {
  plan(): GroupPlan;
}

/** Where a field is defined; the transport of FIX 5.0 has dictionaries of its own. */
export interface Scope {
  readonly dictionary: Dictionary;
  readonly valueRules: Map<number, ValueRule>;
}

export function createScope(dictionary: Dictionary): Scope {
  return { dictionary, valueRules: new Map() };
}

/** Undefined for a tag that the dictionary does not have. */
export function valueRuleOf(scope: Scope, tag: number): ValueRule | undefined {
  const known = scope.valueRules.get(tag);
  if (known !== undefined) return known;
  const definition = scope.dictionary.fields.get(tag);
  if (definition === undefined) return undefined;
  const rule = createValueRule(definition.tag, scope.dictionary.version, definition);
  scope.valueRules.set(tag, rule);
  return rule;
}

/**
 * @param transport has header and trailer
 * @param application has the message; the same as `transport` before FIX 5.0
 * @returns undefined where the type of message is not known
 */
export function createPlan(
  transport: Scope,
  application: Scope,
  msgType: string,
): Plan | undefined {
  const message = application.dictionary.messages.get(msgType);
  if (message === undefined) return undefined;
  const rules = new Map<number, FieldRule>();
  const { header, trailer } = transport.dictionary;
  // The header wins where a body has one of its tags.
  addRules(rules, transport, header.members, part.header);
  addRules(rules, transport, trailer.members, part.trailer);
  addRules(rules, application, message.members, part.body);
  const orderOfParts = [part.header, part.trailer, part.body];
  const required = orderOfParts.flatMap((wanted) =>
    requiredRules(rules).filter((rule) => rule.part === wanted),
  );
  return { rules: new TagTable(rules), required, seen: new Float64Array(rules.size) };
}

function createGroupSource(scope: Scope, group: GroupDefinition): GroupPlanSource {
  let plan: GroupPlan | undefined;
  return {
    plan: () => {
      plan ??= createGroupPlan(scope, group);
      return plan;
    },
  };
}

function createGroupPlan(scope: Scope, group: GroupDefinition): GroupPlan {
  const rules = new Map<number, FieldRule>();
  addRules(rules, scope, group.members, part.body);
  return {
    rules: new TagTable(rules),
    required: requiredRules(rules),
    seen: new Float64Array(rules.size),
    countTag: group.countTag,
    delimiterTag: group.delimiterTag,
  };
}

function addRules(
  rules: Map<number, FieldRule>,
  scope: Scope,
  members: readonly Member[],
  ofPart: number,
): void {
  for (const { tag, isRequired, group } of members) {
    if (rules.has(tag)) continue;
    const value = valueRuleOf(scope, tag) ?? createValueRule(tag, scope.dictionary.version);
    rules.set(tag, {
      tag,
      format: value.format,
      // MsgType is checked against the messages there are, which may be more than those listed.
      values: tag === 35 ? undefined : value.values,
      isMultiple: value.isMultiple,
      part: ofPart,
      isRequired,
      slot: rules.size,
      group: group === undefined ? undefined : createGroupSource(scope, group),
    });
  }
}

function requiredRules(rules: ReadonlyMap<number, FieldRule>): FieldRule[] {
  const required = [...rules.values()].filter((rule) => rule.isRequired);
  return required.sort((one, other) => one.tag - other.tag);
}

function createValueRule(
  tag: number,
  version: FixVersion,
  definition?: { readonly type: string; readonly values: ReadonlyMap<string, string> | undefined },
): ValueRule {
  if (definition === undefined) {
    return { tag, format: format.text, values: undefined, isMultiple: false };
  }
  const { type, values } = definition;
  return {
    tag,
    format: formatOf(type, version),
    values: values === undefined || values.size === 0 ? undefined : new ByteTable(values.keys()),
    isMultiple: isMultipleValue(type),
  };
}
