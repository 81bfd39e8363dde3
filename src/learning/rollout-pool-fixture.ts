/** A worker for tests: carts and poles, or the linear market. */
import { CartPole } from "./environments/cart-pole.ts";
import { LinearEnvironment, type LinearTask } from "./environments/linear-environment.ts";
import { serveRollouts } from "./rollout-pool.ts";

export type FixtureSetup = { readonly horizon: number } | LinearTask | { readonly broken: string };

serveRollouts<FixtureSetup>((setup) => () => {
  if ("broken" in setup) throw new RangeError(setup.broken);
  return "horizon" in setup ? new CartPole(setup.horizon) : new LinearEnvironment(setup);
});
