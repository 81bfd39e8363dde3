/**
 * Whether a message is what a dictionary demands, and if not, which fault is named in the Reject.
 *
 * One pass in the order of the wire, with nothing allocated for a message that is right. Where there
 * are several faults, the one is named that QuickFIX names, since that is what acceptance scripts
 * expect: a field in the wrong part first, then required fields that are missing, then the fields of
 * header, trailer and body, each by tag (FIX 4.4 vol. 2, "Reject"; test cases 14a to 14i).
 */
import type { Dictionary } from "../dictionary/dictionary.ts";
import { isInFormat } from "./field-format.ts";
import { isHeaderTagOfAny } from "./header-fields.ts";
import type { FieldFault, MessageView } from "./message-view.ts";
import { faultOf, rejectReason } from "./reject-reasons.ts";
import {
  createPlan,
  createScope,
  type FieldRule,
  type GroupPlan,
  type Plan,
  part,
  type Scope,
  type ValueRule,
  valueRuleOf,
} from "./validation-plan.ts";

const space = 0x20;
/** From here on tags belong to users (FIX 4.4 vol. 1, "User Defined Fields"). */
const firstUserTag = 5000;

export interface ValidatorOptions {
  /** Tags below 5000 that the dictionary or the message does not have. @defaultValue "reject" */
  readonly unknownTags?: "reject" | "accept";
  /** Tags from 5000 on that the dictionary or the message does not have. @defaultValue "reject" */
  readonly userTags?: "reject" | "accept";
  /** Enumerated values are compared with those of the dictionary. @defaultValue true */
  readonly checksValues?: boolean;
  /** Fields must be in their part of the message: header, body, trailer. @defaultValue true */
  readonly checksOrder?: boolean;
  /** Fields in the entry of a group must be in the order of the dictionary. @defaultValue true */
  readonly checksGroupOrder?: boolean;
  /** Fields must have a value. @defaultValue true */
  readonly checksEmptyValues?: boolean;
  /** FIXT.1.1 only: by ApplVerID (1128), the dictionaries of the application's messages. */
  readonly applications?: ReadonlyMap<string, Dictionary>;
}

export interface Validator {
  /**
   * The fault to be named in a Reject; undefined where the message is right.
   *
   * @param applVerId ApplVerID of application messages that name none: DefaultApplVerID (1137) of
   *   the Logon; only for FIXT.1.1
   */
  validate(view: MessageView, applVerId?: string): FieldFault | undefined;
}

/** @param dictionary of the session: one of FIX 4.x, or FIXT.1.1 */
export function createValidator(dictionary: Dictionary, options: ValidatorOptions = {}): Validator {
  return new DictionaryValidator(dictionary, options);
}

/**
 * Faults in the order in which they are named; within one of these by tag. Phases are so far apart
 * that the numbers of all tags fit between them.
 */
const phase = {
  order: 0,
  required: 2 ** 34,
  requiredInGroup: 2 * 2 ** 34,
  header: 3 * 2 ** 34,
  trailer: 4 * 2 ** 34,
  body: 5 * 2 ** 34,
};
const phaseOfPart = [phase.header, phase.body, phase.trailer];
/** Between one tag and the next, for what is wrong with a group. */
const tagStep = 4;
const none = Number.POSITIVE_INFINITY;

class DictionaryValidator implements Validator {
  readonly #transport: Scope;
  readonly #applications: ReadonlyMap<string, Scope>;
  readonly #plans = new Map<Scope, Map<string, Plan>>();
  readonly #acceptsUnknown: boolean;
  readonly #acceptsUser: boolean;
  readonly #checksValues: boolean;
  readonly #checksOrder: boolean;
  readonly #checksGroupOrder: boolean;
  readonly #checksEmpty: boolean;
  /** Counts messages and entries of groups, so that `Plan.seen` need not be cleared. */
  #stamp = 0;
  #view!: MessageView;
  #plan!: Plan;
  /** Of the message in hand: its application dictionary. */
  #scope: Scope;
  #fault: FieldFault | undefined;
  #rank = none;

  constructor(dictionary: Dictionary, options: ValidatorOptions) {
    this.#transport = createScope(dictionary);
    this.#scope = this.#transport;
    this.#applications = new Map(
      [...(options.applications ?? [])].map(([version, found]) => [version, createScope(found)]),
    );
    this.#acceptsUnknown = options.unknownTags === "accept";
    this.#acceptsUser = options.userTags === "accept";
    this.#checksValues = options.checksValues ?? true;
    this.#checksOrder = options.checksOrder ?? true;
    this.#checksGroupOrder = options.checksGroupOrder ?? true;
    this.#checksEmpty = options.checksEmptyValues ?? true;
  }

  validate(view: MessageView, applVerId?: string): FieldFault | undefined {
    if (view.fault !== undefined) return view.fault;
    this.#view = view;
    const scope = this.#scopeOf(view, applVerId);
    if (scope === undefined) return faultOf(rejectReason.applicationVersion, 1128);
    this.#scope = scope;
    const plan = this.#planOf(scope, view.msgType);
    if (plan === undefined) return faultOf(rejectReason.invalidMsgType, undefined);
    this.#plan = plan;
    this.#fault = undefined;
    this.#rank = none;
    this.#checkMessage(view, plan);
    return this.#fault;
  }

  /** Messages of the session are in the transport's dictionary, all others in an application's. */
  #scopeOf(view: MessageView, applVerId: string | undefined): Scope | undefined {
    const transport = this.#transport;
    if (this.#applications.size === 0 || transport.dictionary.messages.has(view.msgType)) {
      return transport;
    }
    return this.#applications.get(view.text(1128) ?? applVerId ?? "");
  }

  #planOf(scope: Scope, msgType: string): Plan | undefined {
    let plans = this.#plans.get(scope);
    if (plans === undefined) {
      plans = new Map();
      this.#plans.set(scope, plans);
    }
    let plan = plans.get(msgType);
    if (plan === undefined) {
      plan = createPlan(this.#transport, scope, msgType);
      if (plan !== undefined) plans.set(msgType, plan);
    }
    return plan;
  }

  #checkMessage(view: MessageView, plan: Plan): void {
    const { tags, count } = view;
    const stamp = ++this.#stamp;
    let requiredSeen = 0;
    let reached: number = part.header;
    for (let place = 0; place < count; ) {
      const tag = tags[place]!;
      const rule = plan.rules.get(tag);
      const ofPart = rule?.part ?? (isHeaderTagOfAny(tag) ? part.header : part.body);
      if (ofPart >= reached) reached = ofPart;
      else if (this.#checksOrder) this.#note(phase.order, rejectReason.tagOutOfOrder, tag);
      const rank = phaseOfPart[ofPart]! + tag * tagStep;
      if (rule === undefined) {
        this.#checkStranger(tag, place++, rank);
        continue;
      }
      if (plan.seen[rule.slot] === stamp) this.#note(rank, rejectReason.tagAppearsTwice, tag);
      else if (rule.isRequired) requiredSeen++;
      plan.seen[rule.slot] = stamp;
      this.#checkValue(rule, place++, rank);
      if (rule.group !== undefined) place = this.#checkGroup(rule.group.plan(), place, rank);
    }
    if (requiredSeen < plan.required.length) this.#noteMissing(plan, stamp, phase.required);
  }

  /**
   * The entries of a group, from behind NumInGroup on.
   *
   * @returns the place behind the group
   */
  #checkGroup(plan: GroupPlan, from: number, rank: number): number {
    const { tags, count } = this.#view;
    const stated = this.#countAt(from - 1);
    if (stated === 0) return from;
    let entries = 0;
    let place = from;
    while (place < count && plan.rules.get(tags[place]!) !== undefined) {
      place = this.#checkEntry(plan, place, rank);
      entries++;
    }
    // NaN has been named already, as a wrong format.
    if (stated >= 0 && entries !== stated) {
      this.#note(rank + 1, rejectReason.groupCountIncorrect, plan.countTag);
    }
    return place;
  }

  /**
   * One entry, up to the next one or to a field that is no member. Only custom fields, which are
   * accepted anywhere, do not end it.
   *
   * @returns the place behind the entry
   */
  #checkEntry(plan: GroupPlan, from: number, rank: number): number {
    const { tags, count } = this.#view;
    const stamp = ++this.#stamp;
    let requiredSeen = 0;
    let highestSlot = -1;
    let place = from;
    // An entry begins with its first field, or it is none, and the count is wrong.
    if (tags[from] !== plan.delimiterTag) {
      this.#note(rank + 1, rejectReason.groupCountIncorrect, plan.countTag);
    }
    while (place < count) {
      const tag = tags[place]!;
      const rule = plan.rules.get(tag);
      if (rule === undefined) {
        if (!this.#isCustom(tag)) break;
        this.#checkStranger(tag, place++, rank + 2);
        continue;
      }
      if (tag === plan.delimiterTag && place > from) break;
      if (rule.slot <= highestSlot) this.#noteEntryOrder(plan, rule, stamp, rank + 2);
      if (rule.isRequired && plan.seen[rule.slot] !== stamp) requiredSeen++;
      plan.seen[rule.slot] = stamp;
      highestSlot = Math.max(highestSlot, rule.slot);
      this.#checkValue(rule, place++, rank + 2);
      if (rule.group !== undefined) place = this.#checkGroup(rule.group.plan(), place, rank + 2);
    }
    if (requiredSeen < plan.required.length) {
      this.#noteMissing(plan, stamp, phase.requiredInGroup + plan.countTag * tagStep);
    }
    return place;
  }

  /** A field comes after one that it should stand before, or a second time. */
  #noteEntryOrder(plan: GroupPlan, rule: FieldRule, stamp: number, rank: number): void {
    if (plan.seen[rule.slot] === stamp) this.#note(rank, rejectReason.tagAppearsTwice, rule.tag);
    else if (this.#checksGroupOrder) {
      this.#note(rank, rejectReason.groupFieldsOutOfOrder, rule.tag);
    }
  }

  #noteMissing(plan: Plan, stamp: number, rank: number): void {
    const missing = plan.required.find((rule) => plan.seen[rule.slot] !== stamp);
    if (missing !== undefined) this.#note(rank, rejectReason.requiredTagMissing, missing.tag);
  }

  /** A field that the message does not have. */
  #checkStranger(tag: number, place: number, rank: number): void {
    const rule = valueRuleOf(this.#scope, tag);
    if (rule !== undefined) this.#checkValue(rule, place, rank);
    else if (this.#checksEmpty && this.#isEmpty(place)) {
      this.#note(rank, rejectReason.tagWithoutValue, tag);
    }
    if (this.#isAccepted(tag)) return;
    const reason =
      rule === undefined ? rejectReason.invalidTagNumber : rejectReason.tagNotDefinedForMessage;
    this.#note(rank, reason, tag);
  }

  /** Known to nobody, yet accepted: may stand anywhere, in the entry of a group too. */
  #isCustom(tag: number): boolean {
    return (
      this.#isAccepted(tag) &&
      this.#plan.rules.get(tag) === undefined &&
      valueRuleOf(this.#scope, tag) === undefined
    );
  }

  #isAccepted(tag: number): boolean {
    return tag >= firstUserTag ? this.#acceptsUser : this.#acceptsUnknown;
  }

  #isEmpty(place: number): boolean {
    return this.#view.starts[place] === this.#view.ends[place];
  }

  #checkValue(rule: ValueRule, place: number, rank: number): void {
    const { bytes, starts, ends } = this.#view;
    const from = starts[place]!;
    const to = ends[place]!;
    if (from === to && this.#checksEmpty) {
      this.#note(rank, rejectReason.tagWithoutValue, rule.tag);
    } else if (!isInFormat(rule.format, bytes, from, to)) {
      this.#note(rank, rejectReason.incorrectFormat, rule.tag);
    } else if (this.#checksValues && !hasPermittedValue(rule, bytes, from, to)) {
      this.#note(rank, rejectReason.valueIncorrect, rule.tag);
    }
  }

  /** NumInGroup; NaN where it is no number. */
  #countAt(place: number): number {
    const { bytes, starts, ends } = this.#view;
    let value = starts[place] === ends[place] ? Number.NaN : 0;
    for (let at = starts[place]!; at < ends[place]!; at++) {
      const digit = bytes[at]! - 0x30;
      value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
    }
    return value;
  }

  /** Keeps the fault with the lowest rank, and of several with the same rank the first. */
  #note(rank: number, reason: number, tag: number): void {
    if (rank >= this.#rank) return;
    this.#rank = rank;
    this.#fault = faultOf(reason, tag);
  }
}

function hasPermittedValue(rule: ValueRule, bytes: Buffer, from: number, to: number): boolean {
  const { values } = rule;
  if (values === undefined) return true;
  if (!rule.isMultiple) return values.has(bytes, from, to);
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && bytes[at] !== space) continue;
    if (!values.has(bytes, start, at)) return false;
    start = at + 1;
  }
  return true;
}
