/** Our dictionaries, made from published packages, against QuickFIX's, which come from elsewhere. */
import { deepEqual, equal } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import {
  type Dictionary,
  type FixVersion,
  fixVersions,
} from "../../src/protocol/fix/dictionary/dictionary.ts";
import { loadDictionary } from "../../src/protocol/fix/dictionary/load-dictionary.ts";
import { parseXmlDictionary } from "../../src/protocol/fix/dictionary/xml-dictionary.ts";
import { sharedFolder } from "../support/shared-folder.ts";
import { findDifferences } from "./dictionary-differences.ts";
import { knownDifferences } from "./dictionary-known-differences.ts";

const folder = join(sharedFolder, "fix", "spec");
const skip = existsSync(folder) ? false : `no ${folder}`;

function readSpec(version: FixVersion): Dictionary {
  const path = join(folder, `${version.replaceAll(".", "")}.xml`);
  return parseXmlDictionary(readFileSync(path, "utf8"), { path });
}

describe("the dictionary differs from QuickFIX's only as is known, in", { skip }, () => {
  for (const version of fixVersions) {
    test(version, () => {
      deepEqual(
        findDifferences(loadDictionary(version), readSpec(version)),
        knownDifferences[version],
      );
    });
  }
});

test("QuickFIX's dictionaries have as many messages and fields as is told of them", {
  skip,
}, () => {
  const sizes = (["FIX.4.2", "FIX.4.4", "FIX.5.0SP2", "FIXT.1.1"] as const).map((version) => {
    const { version: own, messages, fields } = readSpec(version);
    return `${own} ${messages.size} ${fields.size}`;
  });
  deepEqual(sizes, ["FIX.4.2 46 405", "FIX.4.4 93 912", "FIX.5.0SP2 156 6028", "FIXT.1.1 8 71"]);
});

const pattern = `<fix major="4" minor="4">
  <header/><trailer/>
  <messages>
    <message name="Order" msgtype="D" msgcat="app">
      <field name="ClOrdID" required="Y"/>
      <group name="NoLegs" required="N"><field name="Side"/><field name="ClOrdID"/></group>
    </message>
  </messages>
  <fields>
    <field number="11" name="ClOrdID" type="STRING"/>
    <field number="54" name="Side" type="CHAR"><value enum="1" description="BUY"/></field>
    <field number="555" name="NoLegs" type="NUMINGROUP"/>
  </fields>
</fix>`;

describe("a difference is found where there is one:", () => {
  const changes = [
    [
      `name="ClOrdID" type="STRING"`,
      `name="ClOrdID" type="INT"`,
      "type STRING here, INT there: 11",
    ],
    [`enum="1"`, `enum="2"`, "value of 54 only here: 1", "value of 54 only there: 2"],
    [`<value enum="1" description="BUY"/>`, "", "values free there: 54"],
    [`description="BUY"`, `description="BID"`, "value named otherwise: 54=1"],
    [`name="Order"`, `name="Bid"`, "named Order here, Bid there: D"],
    [`msgtype="D"`, `msgtype="E"`, "message only here: D", "message only there: E"],
    [`msgcat="app"`, `msgcat="admin"`, "admin is false here: D"],
    [`name="ClOrdID" required="Y"`, `name="ClOrdID" required="N"`, "11 required here: D"],
    [`<field name="ClOrdID"/>`, `<field name="ClOrdID" required="Y"/>`, "555/11 required there: D"],
    [`<field name="ClOrdID"/>`, "", "555/11 only here: D"],
    [
      `<field name="Side"/><field name="ClOrdID"/>`,
      `<field name="ClOrdID"/><field name="Side"/>`,
      "555 begins with 54 here, 11 there: D",
      "order in 555/: D",
    ],
    [
      `<group name="NoLegs" required="N"><field name="Side"/><field name="ClOrdID"/></group>`,
      `<field name="NoLegs"/>`,
      "555 a group here: D",
    ],
    [`<header/>`, `<header><field name="Side"/></header>`, "54 only there: header"],
    [`</fields>`, `<field number="1" name="Account" type="STRING"/></fields>`, "tag only there: 1"],
  ] as const;
  for (const [from, to, ...expected] of changes) {
    test(expected.join(", "), () => {
      const here = parseXmlDictionary(pattern, { path: "here" });
      const there = parseXmlDictionary(pattern.replace(from, to), { path: "there" });
      deepEqual(findDifferences(here, there), expected);
      equal(findDifferences(there, there).length, 0);
    });
  }
});
