import { startPpo, ppoDefaults } from "./src/learning/ppo.ts";
import { createLocalTask } from "./src/learning/local-task.ts";
import { CartPole } from "./src/learning/environments/cart-pole.ts";
const options = {...ppoDefaults, decisions: 120_000, episodes: 32, epochs: 6, minibatch: 256, learningRate:{from:1e-3,to:1e-4}, discount: .99, trace: .95, deviation:{from:1,to:1}, entropyWeight:{from:.01,to:0}};
for (const seed of [1,2,3]) {
const task = createLocalTask(() => new CartPole(), options.hidden, 32);
const run = await startPpo(task, options, seed); const t=performance.now(); let m: any, last:any;
while ((m = await run.update())) { last=m; if (m.update%8===1) console.log(m.update, m.decisions, m.score.toFixed(1), "kl",m.kl.toFixed(4),"ep",m.epochs,"ex",m.explained.toFixed(2),"ent",m.entropy.toFixed(3)); }
const best = await task.play(run.version(), Array.from({length:64},(_, i)=>200001+i));
console.log("seed",seed,"ms",(performance.now()-t).toFixed(0),"final", last.score.toFixed(1), "greedy", best.scores.reduce((a,b)=>a+b)/64);
await run.close(); }
