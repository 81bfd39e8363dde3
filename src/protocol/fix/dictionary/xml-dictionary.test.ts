import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { describe, test } from "node:test";
import { OutsideError } from "../../../core/trouble.ts";
import { parseXmlDictionary, readXmlTable } from "./xml-dictionary.ts";

const small = `<?xml version="1.0"?>
<fix type="FIX" major="4" minor="4" servicepack="0">
  <header><field name="BeginString" required="Y"/></header>
  <trailer><field name="CheckSum" required="Y"/></trailer>
  <messages>
    <message name="Heartbeat" msgtype="0" msgcat="admin"/>
    <message name="Order" msgtype="D" msgcat="app">
      <component name="Parties" required="N"/>
      <field name="Side" required="Y"/>
      <group name="NoLegs" required="N"><field name="LegSide"/></group>
    </message>
  </messages>
  <components>
    <component name="Parties">
      <group name="NoPartyIDs" required="Y"><field name="PartyID" required="Y"/></group>
    </component>
  </components>
  <fields>
    <field number="8" name="BeginString" type="STRING"/>
    <field number="10" name="CheckSum" type="STRING"/>
    <field number="54" name="Side" type="char">
      <value enum="1" description="BUY"/>
      <value enum="2" description="SELL"/>
      <value enum="2" description="SELL_AGAIN"/>
    </field>
    <field number="448" name="PartyID" type="STRING"/>
    <field number="453" name="NoPartyIDs" type="NUMINGROUP"/>
    <field number="555" name="NoLegs" type="INT"/>
    <field number="624" name="LegSide" type="CHAR" allowOtherValues="true">
      <value enum="1" description="BUY"/>
    </field>
    <field number="200" name="MaturityMonthYear" type="MONTH-YEAR"/>
  </fields>
</fix>`;

function faultsOf(text: string): string[] {
  const outcome = readXmlTable(text, { path: "own.xml" });
  ok(outcome.kind === "faults");
  return outcome.faults.map((fault) => `${fault.line}: ${fault.text}`);
}

/** The small dictionary with something else in a place. */
function changed(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    ok(text.includes(from), from);
    return text.replace(from, to);
  }, small);
}

describe("a dictionary in QuickFIX's XML", () => {
  test("is read with components, groups, types and values", () => {
    const dictionary = parseXmlDictionary(small, { path: "own.xml" });
    equal(dictionary.version, "FIX.4.4");
    equal(dictionary.messages.get("0")!.isAdmin, true);
    const order = dictionary.messages.get("D")!;
    equal(order.isAdmin, false);
    deepEqual(
      order.members.map(({ tag, isRequired }) => [tag, isRequired]),
      [
        [453, false],
        [54, true],
        [555, false],
      ],
    );
    deepEqual(order.byTag.get(453)!.group!.members, [
      { tag: 448, isRequired: true, group: undefined },
    ]);
    equal(dictionary.fields.get(54)!.type, "CHAR");
    deepEqual([...dictionary.fields.get(54)!.values!.values()], ["BUY", "SELL"]);
    equal(dictionary.fields.get(624)!.values, undefined);
    equal(dictionary.fields.get(200)!.type, "MONTHYEAR");
    equal(dictionary.header.byTag.get(8)!.isRequired, true);
  });

  test("has its version from the root, or from whoever knows better", () => {
    const versionOf = (head: string) =>
      parseXmlDictionary(`<fix ${head}/>`, { path: "own.xml" }).version;
    equal(versionOf(`major="4" minor="0"`), "FIX.4.0");
    equal(versionOf(`type="FIXT" major="1" minor="1"`), "FIXT.1.1");
    equal(versionOf(`type="FIX" major="5" minor="0" servicepack="2"`), "FIX.5.0SP2");
    const options = { path: "own.xml", version: "FIX.5.0SP1" } as const;
    equal(parseXmlDictionary(`<fix major="5" minor="0"/>`, options).version, "FIX.5.0SP1");
    deepEqual(faultsOf(`<fix major="6" minor="0"/>`), [
      "1: the version FIX.6.0 is none of FIX.4.0, FIX.4.1, FIX.4.2, FIX.4.3, FIX.4.4, FIX.5.0, FIX.5.0SP1, FIX.5.0SP2, FIXT.1.1",
    ]);
  });

  test("tells all its faults at once, with their lines", () => {
    const text = changed(
      [`<field name="BeginString" required="Y"/>`, `<field name="BeginStrong" required="X"/>`],
      [`<component name="Parties" required="N"/>`, `<component name="Party"/><row/>`],
      [`<field name="LegSide"/>`, ""],
      [`number="10" name="CheckSum" type="STRING"`, `number="8" name="CheckSum" type="SUM"`],
      [`number="448" name="PartyID"`, `number="4x" name="BeginString"`],
      [`name="NoPartyIDs" type="NUMINGROUP"`, `name="NoPartyIDs" type="STRING"`],
    );
    deepEqual(faultsOf(text), [
      `3: BeginStrong: required is "X", expected Y or N`,
      "3: the field BeginStrong is not defined",
      "4: the field CheckSum is not defined",
      "8: the component Party is not defined",
      "8: <row> is no field, group or component",
      "10: the group NoLegs has no fields",
      "15: the field PartyID is not defined",
      "15: the group NoPartyIDs is counted by a field of type STRING",
      `20: field CheckSum (8): the type "SUM" is not known`,
      "20: field 8 is defined twice",
      `26: field BeginString: "4x" is no tag`,
      "26: the name BeginString is taken by two fields",
    ]);
  });

  test("defines components and messages once", () => {
    const text = changed(
      [`<component name="Parties">`, `<component name="Parties"/><component name="Parties">`],
      [`name="Heartbeat" msgtype="0"`, `name="Order" msgtype="D"`],
      [`<value enum="1" description="BUY"/>`, `<value description="BUY"/>`],
    );
    deepEqual(faultsOf(text), [
      "7: message type D is defined twice",
      "7: the name Order is taken by two messages",
      "14: component Parties is defined twice",
      "22: field Side: <value> is no value",
    ]);
  });

  test("does not take components that contain themselves", () => {
    const text = changed([
      `<component name="Parties">`,
      `<component name="A"><component name="B"/></component>
       <component name="B"><group name="NoLegs"><component name="A"/></group></component>
       <component name="Parties">`,
    ]);
    deepEqual(faultsOf(text), ["14: the component A contains itself: A > B > A"]);
  });

  test("does not hang on components that double with every level", () => {
    const levels = Array.from({ length: 80 }, (_, at) => {
      const inner = at === 79 ? "" : `<component name="L${at + 1}"/>`;
      return `<component name="L${at}">${inner}${inner}</component>`;
    });
    const text = changed(
      [`<component name="Parties">`, `${levels.join("")}<component name="Parties">`],
      [`<field name="LegSide"/>`, `<component name="L0"/>`],
    );
    deepEqual(faultsOf(text), ["10: the group NoLegs has no fields"]);
  });

  test("is refused where it is something else, or no XML", () => {
    deepEqual(faultsOf("<quickfix/>"), ["1: found <quickfix>, expected <fix>"]);
    deepEqual(faultsOf("<fix>\n<fields></fix>"), ["2: unexpected close tag."]);
    deepEqual(faultsOf(""), ["1: document must contain a root element."]);
    const deep = `<fix>${"<group>".repeat(100)}`;
    deepEqual(faultsOf(deep), ["1: more than 40 elements inside one another"]);
  });

  test("has no document type, so that entities cannot make a small text huge", () => {
    const bomb = `<!DOCTYPE fix [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>\n<fix>&b;</fix>`;
    deepEqual(faultsOf(bomb), ["1: a document type is not read"]);
    deepEqual(faultsOf(`<fix major="4" minor="4">\n&b;</fix>`), ["2: undefined entity."]);
  });

  test("is refused with a code, and a line for every fault", () => {
    const text = changed(
      [`<component name="Parties" required="N"/>`, `<component name="Party"/>`],
      [`<field name="CheckSum" required="Y"/>`, `<field name="Sum"/>`],
    );
    throws(
      () => parseXmlDictionary(text, { path: "own.xml" }),
      (error) =>
        error instanceof OutsideError &&
        error.code === "INVALID_DICTIONARY" &&
        !error.canRetry &&
        error.message ===
          "own.xml:4: the field Sum is not defined\nown.xml:8: the component Party is not defined",
    );
  });
});
