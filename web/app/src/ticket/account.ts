// The explanation of a ticket as accounts, one a commitment: what was counted when, in whose hands. Nothing is
// computed again here: stretches, sums and instants are those of the server.
import type { Clock } from "../part/clock_state";

export type Reason = { code: string; text: string; source?: string; arguments?: Record<string, unknown>; children?: Reason[] };
export type Explanation = { reference: string; as_of: string; explanations: Reason[]; pages: string[] };

export type Part = { kind: "open" | "closed"; is_group: boolean; from: number; to: number; seconds: number };
/** `hint`: whose it must be by the rules of the clock, for readers who may not look the party up. */
export type HeldBy = { code: string; party: string; team: string; text: string; hint?: "us" | "supp" };
export type Treatment = "counts" | "paused" | "not_held" | "stopped" | "no_promise";
/** From `from` on until `to`, milliseconds since 1970; `running` is the sum counted at its end, seconds. */
export type Stretch = {
  from: number; to: number; code: string; text: string; treatment: Treatment; holder: HeldBy | undefined;
  parts: Part[]; running: number; is_over: boolean;
};
export type HeldTime = { holder: HeldBy; seconds: number; text: string };
export type Outcome = {
  code: string; text: string; counted: number | undefined; promised: number | undefined; left: number | undefined; over: number | undefined;
  due: number | undefined; stopped: number | undefined;
};
export type Account = {
  key: string; agreement: string; agreement_version: number; commitment: string; cycle: number; cycles: number; as_of: number;
  outcome: Outcome; stretches: Stretch[]; end: { at: number; text: string; is_now: boolean };
  promise: Reason[]; clock: Reason[]; due: Reason[]; findings: Reason[]; basis: Reason[];
  held: HeldTime[]; wall: HeldTime[]; wall_seconds: number;
};

export const key_of = (clock: Pick<Clock, "agreement" | "commitment" | "cycle">): string =>
  `${clock.agreement}/${clock.commitment}${clock.cycle > 0 ? `/${clock.cycle}` : ""}`;

const argument = (reason: Reason | undefined, name: string): unknown => reason?.arguments?.[name];
const seconds_of = (value: unknown): number | undefined =>
  typeof value === "object" && value !== null && "seconds" in value ? Number(value.seconds) : undefined;
const instant_of = (value: unknown): number | undefined =>
  typeof value === "object" && value !== null && "at" in value ? Date.parse(String(value.at)) : undefined;
const reasons_of = (value: unknown): Reason[] => (Array.isArray(value) ? (value as Reason[]) : []);
const text_of = (value: unknown): string => (typeof value === "string" ? value : "");

function held_by(value: unknown): HeldBy | undefined {
  const [outer] = reasons_of(value);
  if (!outer) return undefined;
  const inner = reasons_of(argument(outer, "holder"))[0] ?? outer;
  const party = text_of(argument(inner, "party"));
  const within = reasons_of(argument(inner, "party"))[0];
  return {
    code: within?.code ?? inner.code,
    party: party || (within?.text ?? ""),
    team: text_of(argument(inner, "team")),
    text: inner.text,
  };
}

function part_of(reason: Reason): Part | undefined {
  const from = instant_of(argument(reason, "from"));
  const to = instant_of(argument(reason, "to"));
  if (from === undefined || to === undefined) return undefined;
  const is_closed = reason.code === "part_closed";
  const seconds = is_closed ? 0 : (seconds_of(argument(reason, "length")) ?? 0);
  return { kind: is_closed ? "closed" : "open", is_group: reason.code === "part_group", from, to, seconds };
}

function stretches_of(steps: readonly Reason[]): Stretch[] {
  const stretches: Stretch[] = [];
  let is_over = false;
  steps.slice(0, -1).forEach((step, index) => {
    const from = instant_of(argument(step, "at")) ?? 0;
    const to = instant_of(argument(steps[index + 1], "at")) ?? from;
    const code = reasons_of(argument(step, "what"))[0]?.code ?? "";
    is_over ||= code === "step_passed";
    const parts = reasons_of(argument(step, "parts")).map(part_of).filter((part) => part !== undefined);
    const treatment = (text_of(argument(step, "treatment")) || "stopped") as Treatment;
    const running = seconds_of(argument(step, "running")) ?? 0;
    stretches.push({ from, to, code, text: step.text, treatment, holder: held_by(argument(step, "holder")), parts, running, is_over });
  });
  return stretches;
}

const held_times = (reason: Reason | undefined): HeldTime[] =>
  reasons_of(argument(reason, "held")).flatMap((one) => {
    const holder = held_by(argument(one, "holder"));
    return holder ? [{ holder, seconds: seconds_of(argument(one, "length")) ?? 0, text: one.text }] : [];
  });

function outcome_of(title: Reason): Outcome {
  const told = reasons_of(argument(title, "outcome"))[0];
  const kept = told?.code === "outcome_excluded" ? (reasons_of(argument(told, "otherwise"))[0] ?? told) : told;
  return {
    code: told?.code ?? "", text: told?.text ?? title.text,
    counted: seconds_of(argument(kept, "counted")), promised: seconds_of(argument(kept, "promised")),
    left: seconds_of(argument(kept, "left")), over: seconds_of(argument(kept, "over")),
    due: instant_of(argument(kept, "due")), stopped: instant_of(argument(kept, "stopped")),
  };
}

/** Who is not the provider and whose time counts works for him. */
function hinted(stretch: Stretch, provider: string): Stretch {
  if (!stretch.holder || !provider || stretch.treatment !== "counts") return stretch;
  return { ...stretch, holder: { ...stretch.holder, hint: stretch.holder.party === provider ? "us" : "supp" } };
}

function provider_of(rules: readonly Reason[]): string {
  const counts = reasons_of(argument(rules.find((each) => each.code === "clock_rules"), "counts"))[0];
  return text_of(argument(reasons_of(argument(counts, "provider"))[0], "party"));
}

function account_of(title: Reason): Account {
  const section = (name: string): Reason[] => title.children?.find((child) => child.code === `section_${name}`)?.children ?? [];
  const steps = section("steps");
  const last = steps.at(-1);
  const held = section("held");
  const wall = held.find((each) => each.code === "held_wall");
  const [agreement = "", version = "0"] = text_of(argument(section("promise").find((each) => each.code === "promise"), "agreement")).split("@");
  const cycle = reasons_of(argument(title, "cycle"))[0];
  const number = Number(argument(cycle, "number") ?? 1) - 1;
  const commitment = text_of(argument(title, "target"));
  const as_of = instant_of(argument(title, "as_of")) ?? 0;
  return {
    key: key_of({ agreement, commitment, cycle: number }), agreement, agreement_version: Number(version), commitment,
    cycle: number, cycles: Number(argument(cycle, "count") ?? 1), as_of, outcome: outcome_of(title), stretches: stretches_of(steps).map((stretch) => hinted(stretch, provider_of(section("clock")))),
    end: {
      at: instant_of(argument(last, "at")) ?? as_of, text: last?.text ?? "",
      is_now: reasons_of(argument(last, "what"))[0]?.code === "step_judged",
    },
    promise: section("promise"), clock: section("clock"), due: section("due"), findings: section("finding"), basis: section("basis"),
    held: held_times(held.find((each) => each.code === "held_in_hours")), wall: held_times(wall),
    wall_seconds: seconds_of(argument(wall, "total")) ?? 0,
  };
}

export const accounts_of = (explanation: Explanation): Account[] => explanation.explanations.map(account_of);

/** The account that spans the most of the ticket's life: its holders draw the top lane. */
export function widest(accounts: readonly Account[]): Account | undefined {
  const span = (account: Account): number => account.end.at - (account.stretches[0]?.from ?? account.end.at);
  return [...accounts].sort((a, b) => span(b) - span(a))[0];
}

/** What a stretch adds to the sum: the difference of two sums of the server. */
export const counted_in = (account: Account, index: number): number =>
  (account.stretches[index]?.running ?? 0) - (account.stretches[index - 1]?.running ?? 0);

/** Passages: what follows in the same hands is one line of them, with its first reason. */
export type Passage = { from: number; to: number; holder: HeldBy; stretches: number[]; counted: number; excluded: number };
export function passages_of(account: Account): Passage[] {
  const passages: Passage[] = [];
  account.stretches.forEach((stretch, index) => {
    if (!stretch.holder) return;
    const last = passages.at(-1);
    const excluded = stretch.treatment === "paused" ? (stretch.to - stretch.from) / 1_000 : 0;
    const is_same = last && last.holder.text === stretch.holder.text && last.to === stretch.from && stretch.code === "step_passed";
    if (is_same) {
      last.to = stretch.to;
      last.stretches.push(index);
      last.counted += counted_in(account, index);
      last.excluded += excluded;
      return;
    }
    passages.push({ from: stretch.from, to: stretch.to, holder: stretch.holder, stretches: [index], counted: counted_in(account, index), excluded });
  });
  return passages;
}
