import { ok } from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runCli } from "../support/run-cli.ts";

const folder = fileURLToPath(new URL("../../models", import.meta.url));

interface Evaluated {
  readonly policies: readonly {
    readonly policy: string;
    readonly rewardTicksPerLot: { readonly mean: number; readonly standardError: number };
  }[];
}

describe("the models that ship", () => {
  for (const name of readdirSync(folder).filter((name) => name.startsWith("cw-"))) {
    test(`${name} gets more than the rules of its world, on validation seeds`, () => {
      const [, world, lots] = name.split("-");
      const { stdout } = runCli(
        ...["evaluate", "--world", `cw/${world}`, "--lots", `${lots}`, "--json"],
        ...["--policies", `submit-and-leave,twap,model:${name}`],
        ...["--seed", "200001", "--episodes", "300"],
      );
      const { policies }: Evaluated = JSON.parse(stdout);
      const [leave, twap, learnt] = policies.map(({ rewardTicksPerLot }) => rewardTicksPerLot);
      ok(learnt !== undefined && leave !== undefined && twap !== undefined);
      for (const rule of [leave, twap]) {
        const error = Math.hypot(rule.standardError, learnt.standardError);
        ok(learnt.mean - rule.mean > 2 * error, `${learnt.mean}, ${rule.mean} ± ${error}`);
      }
    });
  }
});
