/** The value of `--policies`, taken apart. */

/** `twap,pov:rate=0.2,slice=30s` is two policies: a part that is only an option goes with the last. */
export function splitPolicies(text: string): string[] {
  const policies: string[] = [];
  for (const part of text.split(",").map((part) => part.trim())) {
    // A value may hold a colon (`at=16:00`), a policy has one before its first option.
    const isOption = /^[^:]*=/.test(part);
    const last = policies.pop();
    if (last === undefined) policies.push(part);
    else if (isOption) policies.push(`${last},${part}`);
    else policies.push(last, part);
  }
  return policies;
}

const modelPrefix = "model:";

/** What stands behind `model:`, or undefined for the name of another policy. */
export function modelReferenceOf(policy: string): string | undefined {
  return policy.startsWith(modelPrefix) ? policy.slice(modelPrefix.length) : undefined;
}
