/**
 * What a version of FIX says of its messages: tags, types, enumerations, required fields, groups.
 *
 * Plain facts, read by the validator, by `fix decode` and by the generator of typed messages.
 * Components are written out where they are used, so a message is a list of fields and groups.
 */

/** As BeginString (8) has it; FIX 5.0 and later travel in FIXT.1.1. */
export const fixVersions = [
  "FIX.4.0",
  "FIX.4.1",
  "FIX.4.2",
  "FIX.4.3",
  "FIX.4.4",
  "FIX.5.0",
  "FIX.5.0SP1",
  "FIX.5.0SP2",
  "FIXT.1.1",
] as const;

export type FixVersion = (typeof fixVersions)[number];

/** One field of the data dictionary. */
export interface FieldDefinition {
  readonly tag: number;
  readonly name: string;
  /** Data type in capitals, as dictionaries have it: `PRICE`, `UTCTIMESTAMP`, `MULTIPLEVALUESTRING`. */
  readonly type: string;
  /** Permitted values with their names; undefined where every value of the type is permitted. */
  readonly values: ReadonlyMap<string, string> | undefined;
}

/** A field, or a repeating group, at its place in a message. */
export interface Member {
  /** Of the field; of NumInGroup where this is a group. */
  readonly tag: number;
  readonly isRequired: boolean;
  readonly group: GroupDefinition | undefined;
}

/** Fields in the order of the specification; groups lie inside. */
export interface MemberList {
  readonly members: readonly Member[];
  /** The same by tag, without the members of groups. */
  readonly byTag: ReadonlyMap<number, Member>;
}

export interface GroupDefinition extends MemberList {
  readonly countTag: number;
  /** First field of every entry. */
  readonly delimiterTag: number;
}

export interface MessageDefinition extends MemberList {
  /** Value of MsgType (35). */
  readonly msgType: string;
  readonly name: string;
  /** Administrative messages belong to the session, all others to the application. */
  readonly isAdmin: boolean;
}

export interface Dictionary {
  readonly version: FixVersion;
  readonly fields: ReadonlyMap<number, FieldDefinition>;
  readonly header: MemberList;
  readonly trailer: MemberList;
  /** By MsgType. FIXT.1.1 has the session's messages, FIX 5.0 and later those of applications. */
  readonly messages: ReadonlyMap<string, MessageDefinition>;
}
