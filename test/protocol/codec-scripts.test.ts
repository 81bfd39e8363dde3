import { equal, ok } from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { messageOf } from "../../src/protocol/fix/codec/message-fixture.ts";
import { MessageScanner } from "../../src/protocol/fix/codec/message-scanner.ts";
import { createValidator } from "../../src/protocol/fix/codec/validator.ts";
import { fixVersions } from "../../src/protocol/fix/dictionary/dictionary.ts";
import { loadDictionary } from "../../src/protocol/fix/dictionary/load-dictionary.ts";
import { sharedFolder } from "../support/shared-folder.ts";

const folder = join(sharedFolder, "fix", "definitions", "server");
const skip = existsSync(folder) ? false : `no acceptance scripts at ${folder}`;
const scanner = new MessageScanner();

/** Texts of rejects that a session gives, since they depend on more than the message. */
const sessionTexts = /CompID problem|SendingTime accuracy problem|message type/i;

function versionOf(directory: string): string {
  const found = fixVersions.find(
    (version) => version.replaceAll(/\.|FIX/g, "") === directory.slice(3).toUpperCase(),
  );
  return found ?? "FIX.4.4";
}

function valueIn(line: string, tag: number): string | undefined {
  return new RegExp(`\\x01${tag}=([^\\x01]*)`).exec(line)?.[1];
}

/** A line of input with BodyLength and CheckSum worked out; those with their own are other tests'. */
function inputOf(line: string): Buffer | undefined {
  if (!line.startsWith("I8=") || (valueIn(line, 9) ?? valueIn(line, 10)) !== undefined)
    return undefined;
  const text = line.slice(3).replaceAll(/<TIME[^>]*>/g, "20240305-12:00:00");
  const end = text.indexOf("\x01");
  return messageOf(text.slice(0, end), text.slice(end + 1));
}

for (const directory of skip === false ? readdirSync(folder) : []) {
  if (directory === "future") continue;
  test(`validation says of ${directory} what the acceptance scripts expect`, () => {
    const version = versionOf(directory);
    const isFixt = version.startsWith("FIX.5");
    const application = loadDictionary(version as "FIX.4.4");
    const validator = createValidator(
      isFixt ? loadDictionary("FIXT.1.1") : application,
      isFixt ? { applications: new Map([["default", application]]) } : {},
    );
    let rejects = 0;
    for (const name of readdirSync(join(folder, directory))) {
      // Logons without an application version, and duplicates without their first time, are refused
      // by sessions; what CheckFieldsHaveValues does with its second session depends on options.
      if (/^(1d_InvalidLogonNoDefault|2g_|CheckFields)/.test(name)) continue;
      const lines = readFileSync(join(folder, directory, name), "latin1").split(/\r?\n/);
      for (const [index, line] of lines.entries()) {
        const input = inputOf(line);
        if (input === undefined) continue;
        ok(scanner.scan(input) !== "garbled", `${name}: ${scanner.garbledReason}`);
        const fault = validator.validate(scanner, "default");
        const answer = lines.slice(index + 1).find((text) => text.startsWith("E")) ?? "";
        const text = valueIn(answer, 58) ?? "";
        const isReject = valueIn(answer, 35) === "3" && valueIn(answer, 45) === scanner.text(34);
        const expected = isReject && !sessionTexts.test(text) ? text : undefined;
        const found = fault === undefined ? undefined : fault.text;
        equal(found, expected?.replace(/ \(\d+\)$/, ""), `${name}, line ${index + 1}`);
        if (expected === undefined) continue;
        rejects++;
        const tag = valueIn(answer, 371) ?? / \((\d+)\)$/.exec(text)?.[1];
        equal(String(fault?.tag), tag, name);
        const reason = valueIn(answer, 373);
        if (reason !== undefined) equal(String(fault?.reason), reason, name);
      }
    }
    ok(
      rejects > 5 || directory === "validate",
      `expected rejects in ${directory}, found ${rejects}`,
    );
  });
}

if (skip !== false)
  test("validation says what the acceptance scripts expect", { skip }, () => undefined);
