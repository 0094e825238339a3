import { expect, test } from "vitest";

import type { Reason } from "./account";
import { accounts_of, passages_of } from "./account";
import { ledger_of } from "./ledger";

const at = (time: string): { at: string } => ({ at: `2026-11-22T${time}Z` });
const party = (name: string): Reason => ({ code: "party_named", text: name, arguments: { party: name } });
const step = (time: string, what: string, running: number, more: object = {}): Reason =>
  ({ code: "step", text: what, arguments: { at: at(time), what: [{ code: what, text: what }], running: { seconds: running }, ...more } });
const held = (treatment: string, name: string, from: string, to: string, seconds: number): object => ({
  treatment, holder: [{ code: "holder_column", text: name, arguments: { holder: [party(name)] } }],
  parts: [{ code: "part_open", text: "", arguments: { from: at(from), to: at(to), length: { seconds } } }],
});
const outcome = { counted: { seconds: 3600 }, promised: { seconds: 14400 }, left: { seconds: 10800 } };
const explained = {
  reference: "INC-1", as_of: "2026-11-22T10:30:00Z", pages: [],
  explanations: [{
    code: "title", text: "", arguments: { target: "resolve", as_of: at("10:30:00"), outcome: [{ code: "outcome_pending", text: "", arguments: outcome }] },
    children: [
      { code: "section_promise", text: "", children: [{ code: "promise", text: "", arguments: { agreement: "acme@2" } }] },
      { code: "section_steps", text: "", children: [
        step("09:00:00", "step_event", 1800, held("counts", "Novalys", "09:00:00", "09:30:00", 1800)),
        step("09:30:00", "step_awaiting", 1800, held("paused", "ACME", "09:30:00", "10:00:00", 1800)),
        step("10:00:00", "step_event", 3600, held("counts", "Novalys", "10:00:00", "10:30:00", 1800)),
        step("10:30:00", "step_judged", 3600),
      ] },
    ],
  }],
};

test("stretches end where the next one begins, and the last one where it is judged", () => {
  const [account] = accounts_of(explained);
  expect(account?.key).toBe("acme/resolve");
  expect(account?.stretches.map((stretch) => (stretch.to - stretch.from) / 60_000)).toEqual([30, 30, 30]);
  expect(account?.end.is_now).toBe(true);
});

test("the wall clock less what is left out is what is counted", () => {
  const [account] = accounts_of(explained);
  const lines = account ? ledger_of(account) : undefined;
  expect(lines?.map((line) => [line.kind, line.seconds])).toEqual([
    ["wall", 5400], ["left_out", 1800], ["counted", 3600], ["held", 3600], ["promised", 14400], ["less", 3600], ["left", 10800],
  ]);
});

test("a sum that does not come out is not shown as one", () => {
  const [account] = accounts_of(explained);
  expect(account && ledger_of({ ...account, outcome: { ...account.outcome, counted: 60 } })).toBeUndefined();
});

test("what is passed in the same hands is one passage", () => {
  const [account] = accounts_of(explained);
  const passages = account ? passages_of(account) : [];
  expect(passages.map((passage) => [passage.holder.party, passage.counted, passage.excluded])).toEqual([["Novalys", 1800, 0], ["ACME", 0, 1800], ["Novalys", 1800, 0]]);
});
