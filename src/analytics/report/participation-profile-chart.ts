/** Each policy's share of all lots traded by time of day, the mean over episodes. */
import { timeAxis, valueAxis } from "./axes.ts";
import { type Chart, policyColour } from "./chart.ts";
import type { EvaluatedPolicy, ParticipationProfile } from "./evaluation-report.ts";
import { formatNumber } from "./format.ts";
import type { TimeFrame } from "./inventory-band-chart.ts";
import { stepSeries } from "./marks.ts";
import type { ChartPoint } from "./thin-series.ts";

export function buildParticipationProfileChart(
  policies: readonly EvaluatedPolicy[],
  frame: TimeFrame,
): Chart {
  const shares = policies.flatMap((policy) => Array.from(policy.participationProfile.share));
  const high = Math.min(Math.max(Math.max(0, ...shares) * 1.1, 0.01), 1);
  const decimals = high < 0.05 ? 1 : 0;
  return {
    key: "participation",
    label: "Own lots over all lots traded by time, mean over episodes, one line a policy",
    width: 1040,
    height: 300,
    option: {
      grid: { left: 52, right: 16, top: 8, bottom: 26 },
      xAxis: timeAxis(frame, { count: 12 }),
      yAxis: valueAxis({
        low: 0,
        high,
        count: 5,
        format: (share) => `${formatNumber(share * 100, decimals)}%`,
      }),
      series: policies.map(({ participationProfile }, index) =>
        stepSeries(toSteps(participationProfile), { colour: policyColour(index), width: 1.8 }),
      ),
    },
  };
}

/** The share holds from the start of its interval to its end. */
function toSteps({ timeNs, intervalNs, share }: ParticipationProfile): readonly ChartPoint[] {
  const points = Array.from(
    { length: timeNs.length },
    (_, row): ChartPoint => [timeNs[row]!, share[row]!],
  );
  const last = points.at(-1);
  return last === undefined ? [] : [...points, [last[0] + intervalNs, last[1]]];
}
