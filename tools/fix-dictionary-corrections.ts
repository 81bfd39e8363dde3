/**
 * What is put right in published dictionaries before they become our tables.
 *
 * Every correction is a fact that another published dictionary has. "FIX repository" is the one of
 * the FIX Trading Community that lies in jspurefix (`data/fix_repo.zip`).
 */
import type { FixVersion } from "../src/protocol/fix/dictionary/dictionary.ts";
import {
  type DictionaryTable,
  type FieldRow,
  type MemberRow,
  readMemberRow,
  writeMemberRow,
} from "../src/protocol/fix/dictionary/dictionary-table.ts";
import { orderAsRepository } from "./fix-repository.ts";

type Change = (table: DictionaryTable) => DictionaryTable;

export interface Correction {
  /** Goes into the table's `source`. */
  readonly says: string;
  readonly apply: Change;
}

function inTurn(...changes: readonly Change[]): Change {
  return (table) => changes.reduce((done, change) => change(done), table);
}

/** The rows of one component or message, made anew. */
function rewrite(
  owner: string,
  change: (rows: readonly MemberRow[]) => readonly MemberRow[],
): Change {
  return (table) => ({
    ...table,
    components: table.components.map(([name, rows]) => [
      name,
      name === owner ? change(rows) : rows,
    ]),
    messages: table.messages.map(([type, name, category, rows]) => [
      type,
      name,
      category,
      name === owner ? change(rows) : rows,
    ]),
  });
}

function addAfter(tag: number, ...added: MemberRow[]) {
  return (rows: readonly MemberRow[]): MemberRow[] =>
    rows.flatMap((row) => (keyOf(row) === tag ? [row, ...added] : [row]));
}

/** Sets or takes the mark of everything with one of these tags or component names, groups inside too. */
function mark(isRequired: boolean, keys: readonly (number | string)[]) {
  const change = (rows: readonly MemberRow[]): MemberRow[] =>
    rows.map((row) => {
      const member = readMemberRow(row);
      const marked = keys.includes(keyOf(row)) ? { ...member, isRequired } : member;
      if (marked.kind !== "group") return writeMemberRow(marked);
      return writeMemberRow({ ...marked, members: change(marked.members) });
    });
  return change;
}

function keyOf(row: MemberRow): number | string {
  const member = readMemberRow(row);
  return member.kind === "component" ? member.name : member.tag;
}

function mapFields(change: (row: FieldRow) => FieldRow): Change {
  return (table) => ({ ...table, fields: table.fields.map(change) });
}

function addFields(...added: readonly FieldRow[]): Change {
  return (table) => ({ ...table, fields: [...table.fields, ...added] });
}

const encodingName: Correction = {
  says: "the value SHIFT_JIS of MessageEncoding (347) is Shift_JIS (FIX repository)",
  apply: mapFields((row) => {
    const [tag, name, type, values] = row;
    if (tag !== 347 || typeof values !== "object") return row;
    return [
      tag,
      name,
      type,
      values.map((text, at) => (at % 2 === 0 && text === "SHIFT_JIS" ? "Shift_JIS" : text)),
    ];
  }),
};

const longCharacters: Correction = {
  says: "a CHAR with values of two characters is a STRING (MiscFeeType, MassCancelRejectReason)",
  apply: mapFields((row) => {
    const [tag, name, type, values] = row;
    if (type !== "CHAR" || typeof values !== "object") return row;
    const isLong = values.some((value, at) => at % 2 === 0 && value.length > 1);
    return isLong ? [tag, name, "STRING", values] : row;
  }),
};

/** RawData and RawDataLength, EncodedText and EncodedTextLen. */
const rawLengths: Correction = {
  says: "the lengths of raw data are of type LENGTH",
  apply: (table) => {
    const data = new Set(table.fields.filter((row) => row[2] === "DATA").map(([, name]) => name));
    const isLength = (name: string) => data.has(name.replace(/Len(gth)?$/, ""));
    return mapFields((row) =>
      row[2] === "INT" && /Len(gth)?$/.test(row[1]) && isLength(row[1])
        ? [row[0], row[1], "LENGTH"]
        : row,
    )(table);
  },
};

const singleInstruction: Correction = {
  says: "ExecInst (18) is a CHAR (FIX repository)",
  apply: mapFields((row) => {
    const [tag, name, , values] = row;
    return tag === 18 && values !== undefined ? [tag, name, "CHAR", values] : row;
  }),
};

/** "Bilaterally agreed values … can be used for backward compatibility", such as PRE-OPEN. */
const openSessions: Correction = {
  says: "TradingSessionID (336) and TradingSessionSubID (625) take agreed values as well (FIX repository)",
  apply: mapFields((row) => (row[0] === 336 || row[0] === 625 ? [row[0], row[1], row[2]] : row)),
};

/** Components whose files leave `required` out inside a group, where the repository says required. */
const requiredInGroups: readonly (readonly [component: string, inside: string])[] = [
  ["BidCompRspGrp", "CommissionData"],
  ["InstrmtMDReqGrp", "Instrument"],
  ["InstrmtStrkPxGrp", "Instrument"],
  ["ListOrdGrp", "Instrument"],
  ["ListOrdGrp", "OrderQtyData"],
  ["QuotReqGrp", "Instrument"],
  ["QuotReqRjctGrp", "Instrument"],
  ["QuotSetGrp", "QuotEntryGrp"],
  ["RFQReqGrp", "Instrument"],
  ["SideCrossOrdCxlGrp", "OrderQtyData"],
  ["SideCrossOrdModGrp", "OrderQtyData"],
];

export const corrections: Readonly<Partial<Record<FixVersion, readonly Correction[]>>> = {
  "FIX.4.0": [rawLengths, singleInstruction],
  "FIX.4.1": [
    rawLengths,
    singleInstruction,
    {
      says: "PossResend (97) is Y or N (FIX repository)",
      apply: mapFields((row) =>
        row[0] === 97 ? [97, row[1], row[2], ["Y", "YES", "N", "NO"]] : row,
      ),
    },
    {
      says: "ExecutionReport has SettlCurrFxRate (155) and SettlCurrFxRateCalc (156) (FIX repository)",
      apply: rewrite("ExecutionReport", addAfter(120, 155, 156)),
    },
    {
      says: "Allocation requires neither NoOrders nor NoAllocs (FIX repository)",
      apply: rewrite("Allocation", mark(false, [73, 11, 78, 79])),
    },
  ],
  "FIX.4.2": [encodingName],
  "FIX.4.3": [encodingName],
  "FIX.4.4": [longCharacters],
  "FIX.5.0": [
    {
      says: "NoAffectedOrders (534) and NoDates (580) count groups (FIX repository)",
      apply: inTurn(
        mapFields((row) =>
          row[0] === 534 || row[0] === 580 ? [row[0], row[1], "NUMINGROUP"] : row,
        ),
        addFields([535, "AffectedOrderID", "STRING"], [536, "AffectedSecondaryOrderID", "STRING"]),
        rewrite("AffectedOrdGrp", () => [[534, 41, 535, 536]]),
        rewrite("TrdCapDtGrp", () => [[580, 75, 779, 60]]),
      ),
    },
    {
      says: "Instrument has PutOrCall (201), its legs LegOptionRatio (1017) and LegPrice (566), its underlyings UnderlyingPutOrCall (315) (FIX repository)",
      apply: inTurn(
        rewrite("Instrument", addAfter(202, 201)),
        rewrite("InstrumentLeg", addAfter(999, 1017, 566)),
        rewrite("UnderlyingInstrument", addAfter(316, 315)),
      ),
    },
    {
      says: "fields in the order of the FIX repository, not with those of extension packs at the end",
      apply: orderAsRepository,
    },
    {
      says: `required inside groups (FIX repository): ${requiredInGroups.map((pair) => pair.join("/")).join(", ")}`,
      apply: inTurn(
        ...requiredInGroups.map(([component, inside]) => rewrite(component, mark(true, [inside]))),
      ),
    },
  ],
  "FIX.5.0SP1": [openSessions],
  "FIX.5.0SP2": [
    openSessions,
    {
      says: "without the session's messages, header and trailer, which FIXT.1.1 has",
      apply: (table) => ({
        ...table,
        header: [],
        trailer: [],
        messages: table.messages.filter(([, , category]) => category !== "admin"),
      }),
    },
    {
      says: "without jspurefix's own additions: InstrumentCustom (20460), and Currency in Instrument",
      apply: inTurn(
        rewrite("Instrument", (rows) => rows.filter((row) => row !== 20460 && row !== 15)),
        (table) => ({ ...table, fields: table.fields.filter(([tag]) => tag !== 20460) }),
      ),
    },
  ],
  "FIXT.1.1": [
    {
      says: "MsgType (35) is free: the version of the application says which there are",
      apply: mapFields((row) => (row[0] === 35 ? [35, "MsgType", "STRING"] : row)),
    },
    {
      says: "with XMLnonFIX (n) (jspurefix, FIX44.xml)",
      apply: (table) => ({
        ...table,
        messages: [...table.messages, ["n", "XMLnonFIX", "admin", []]],
      }),
    },
  ],
};
