import { expect, test } from "vitest";

import { agreement_text, usual_targets } from "./agreement_text";

const terms = {
  id: "nimes", title: "Support de Nîmes: 2026", provider: "Nova", customer: "Ville de Nîmes", in_force_from: "2016-01-01", signed_on: "2026-01-12",
  zone: "Europe/Paris", hours: "mon-fri 08:00-18:00", holidays: "fr", targets: usual_targets.slice(0, 2),
  label_of: (metric: string, priority: string) => `${metric} ${priority}`,
};

test("the first agreement has a target for each time that was said", () => {
  expect(agreement_text(terms)).toBe(`id: nimes
title: "Support de Nîmes: 2026"
between: {provider: Nova, customer: Ville de Nîmes}
in_force: {from: 2016-01-01}
signed_on: 2026-01-12
zone: Europe/Paris
calendars:
  office: {hours: "mon-fri 08:00-18:00", holidays: [fr]}
targets:
  respond-p1: {label: response P1, metric: response, for: {priority: P1}, within: 15 min in always, required: 95 % per month}
  resolve-p1: {label: resolution P1, metric: resolution, for: {priority: P1}, within: 4h in always, required: 95 % per month}
  respond-p2: {label: response P2, metric: response, for: {priority: P2}, within: 1h in office, required: 95 % per month}
  resolve-p2: {label: resolution P2, metric: resolution, for: {priority: P2}, within: 8h in office, required: 95 % per month}
`);
});
test("a time that is left empty promises nothing, and no holidays are no clause", () => {
  const text = agreement_text({ ...terms, holidays: "", targets: [{ priority: "P1", respond: "", resolve: "4h", is_always: false, required: "90" }] });
  expect(text).not.toContain("respond-p1");
  expect(text).not.toContain("holidays");
});
