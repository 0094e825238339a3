// One dispute: what each party said, what silence makes of it, and the three readings of the clocks.
import { Link, useParams } from "@tanstack/react-router";

import type { Schemas } from "../api/client";
import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { usePartyName } from "../frame/known";
import type { Clock } from "../part/clock_state";
import { Panel } from "../part/panel";
import { StateText } from "../part/state";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { is_of_customer, useMe } from "../session/me";
import { key_of } from "../ticket/account";
import { useCommitmentName } from "../ticket/lane_sides";
import { instant, instant_exact } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { AnswerForm } from "./answer_form";
import { DisputeState, Subject, side_of, useSideName, useSubject } from "./subject";
import type { Dispute, Side } from "./turn";
import { is_settled } from "./turn";
import { dispute_words } from "./words";
import "./dispute.css";

type Verdict = Clock["verdict"];
const sign = { met: "met", breached: "br", excluded: "exc", pending: "on", merged: "pau", cancelled: "pau", not_measurable: "pau" } as const;

function Reading({ verdict }: { verdict: Verdict }) {
  const word = useVocabulary();
  return <StateText sign={sign[verdict]}><span>{capital(word("verdict", verdict))}</span></StateText>;
}

function Step({ step, own, about }: { step: Schemas["DisputeStep"]; own: Side; about: Dispute["about"] }) {
  const say = useWords("dispute", dispute_words);
  const word = useVocabulary();
  const side_name = useSideName(own);
  const is_late = Math.abs(Date.parse(step.recorded_at) - Date.parse(step.said_at)) > 60_000;
  const is_proposal = step.word === "claimed" || step.word === "countered";
  const is_of_event = about === "event" || about === "pause";
  return (
    <li className={`dsp-step ${step.side}`}>
      <p className="s q"><b className="m">{say("step", { who: side_name(step.side), word: word("dispute_word", step.word) })}</b> · <time dateTime={step.said_at} title={instant_exact(step.said_at)}>{instant(step.said_at)}</time>{is_late && ` · ${say("recorded", { when: instant(step.recorded_at) })}`}</p>
      {step.motive === undefined ? <p className="q prose">{say("motive_erased")}</p> : step.motive && <p className="prose dsp-said">{step.motive}</p>}
      {is_proposal && (
        <p className="t m">
          {step.ground && <>{say("ground")}{"\u00a0"}: {word("exclusion_ground", step.ground)} </>}
          {is_of_event && (step.at ? <>{say("at")}{"\u00a0"}: {instant_exact(step.at)} </> : <>{capital(say("never"))} </>)}
          {step.value && <>{say("value")}{"\u00a0"}: {step.value}</>}
        </p>
      )}
    </li>
  );
}

function Standing({ dispute, own }: { dispute: Dispute; own: Side }) {
  const say = useWords("dispute", dispute_words);
  const word = useVocabulary();
  const side_name = useSideName(own);
  const state = word("dispute_state", dispute.state);
  if (is_settled(dispute)) {
    const when = instant(dispute.answered_at ?? dispute.steps.at(-1)?.said_at ?? dispute.claimed_at);
    return <p className="note prose">{say(dispute.by_silence ? "settled_silence" : "settled_on", { when, state })}</p>;
  }
  return (
    <p className={`note prose ${dispute.turn === own ? "risk" : ""}`}>
      <b>{dispute.turn === own ? say("waiting_you") : say("waiting_for", { who: side_name(dispute.turn) })}.</b>{" "}
      {dispute.answer_until && dispute.then ? say("silence", { until: instant(dispute.answer_until), then: word("dispute_state", dispute.then) }) : capital(say("no_limit"))}
    </p>
  );
}

function Readings({ dispute }: { dispute: Dispute }) {
  const say = useWords("dispute", dispute_words);
  const name_of = useCommitmentName();
  if (dispute.clocks.length === 0) return <p className="tk-pad q">{say("no_clock")}</p>;
  const row = (clock: Clock) => (
    <tr key={`${key_of(clock)}@${clock.agreement_version}`}>
      <td>{dispute.ticket ? <Link to={"/tickets/$reference" as never} params={{ reference: dispute.ticket } as never} search={{ why: key_of(clock) } as never}>{clock.kind.toUpperCase()} {name_of(clock)}</Link> : name_of(clock)} <span className="q">{clock.agreement}@{clock.agreement_version}</span></td>
      <td><Reading verdict={clock.gross} /></td><td><Reading verdict={clock.verdict} /></td><td><Reading verdict={clock.net_claimed} /></td>
    </tr>
  );
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={say("commitment")}>
      <table className="grid">
        <thead><tr><th scope="col">{say("commitment")}</th><th scope="col">{say("gross")}</th><th scope="col"><b>{say("net_agreed")}</b> · {say("official")}</th><th scope="col">{say("net_claimed")}</th></tr></thead>
        <tbody>{dispute.clocks.map(row)}</tbody>
      </table>
    </div>
  );
}

export function DisputePage() {
  const say = useWords("dispute", dispute_words);
  const tell = useWords("part", part_words);
  const me = useMe();
  const own = side_of(me);
  const party_name = usePartyName();
  const subject_of = useSubject();
  const { reference = "" } = useParams({ strict: false }) as { reference?: string };
  const read = useRead("dispute", ["one", reference], (signal) => told(client.GET("/api/disputes/{reference}", { params: { path: { reference } }, signal })));
  if (read.isError && !read.data) return <ToldProblem is_page error={read.error} again={() => void read.refetch()} />;
  if (!read.data) return <Waiting rows={10} label={tell("loading")} />;
  const dispute = read.data;
  return (
    <>
      <header>
        <p className="s q tk-crumb"><Link to={"/disputes" as never}>{say("disputes")}</Link> / <b className="ink">{dispute.reference.toUpperCase()}</b>{!is_of_customer(me) && ` · ${party_name(dispute.customer)}`}</p>
        <div className="headline">
          <h1>{say("head", { about: say(`about.${dispute.about}`), subject: subject_of(dispute) })}</h1><DisputeState dispute={dispute} />
          {dispute.ticket && <span className="act"><Link className="btn" to={"/tickets/$reference" as never} params={{ reference: dispute.ticket } as never}>{say("open_ticket")}</Link></span>}
        </div>
        <p className="t m"><Subject dispute={dispute} /> · {dispute.agreement}</p>
      </header>
      <Standing dispute={dispute} own={own} />
      <div className="dsp-cols">
        <Panel title={say("said")}>
          <ol className="dsp-steps">{dispute.steps.map((step) => <Step key={step.number} step={step} own={own} about={dispute.about} />)}</ol>
          {!is_settled(dispute) && <AnswerForm key={dispute.version} dispute={dispute} own={own} />}
        </Panel>
        <Panel title={say("figures")} foot={<span className="prose">{say("figures_why")}</span>}><Readings dispute={dispute} /></Panel>
      </div>
    </>
  );
}
