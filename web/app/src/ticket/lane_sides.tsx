// What stands left and right of a lane: which commitment, and how it stands.
import type { Clock } from "../part/clock_state";
import { left_at, sign_of } from "../part/clock_state";
import { StateText } from "../part/state";
import { useNow } from "../part/ticker";
import { part_words } from "../part/words";
import { clock as clock_text, instant_near, length } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import type { Account } from "./account";
import { page_words } from "./page_words";

export function useCommitmentName(): (clock: Clock | undefined, account?: Account) => string {
  const word = useVocabulary();
  return (clock, account) => {
    const name = clock?.label || (clock ? capital(word("metric", clock.metric)) : (account?.commitment ?? ""));
    const cycle = clock && (clock.cycle > 0 || (account?.cycles ?? 1) > 1) ? ` ${clock.cycle + 1}` : "";
    return name + cycle;
  };
}

export function CommitmentName({ account, clock }: { account: Account; clock: Clock | undefined }) {
  const say = useWords("ticket_page", page_words);
  const name_of = useCommitmentName();
  const kind = clock ? say(`kind_clock.${clock.kind}`) : "";
  const within = account.outcome.promised !== undefined ? length(account.outcome.promised) : "";
  const calendar = account.clock.find((each) => each.code.startsWith("calendar"))?.arguments?.["calendar"];
  const about = [within, calendar, account.agreement].filter(Boolean).join(" · ");
  return <span className="tk-name"><b className="el" title={`${kind} ${name_of(clock, account)}`}>{kind} {name_of(clock, account)}</b><i className="el" title={about}>{about}</i></span>;
}

function Figure({ clock, account }: { clock: Clock; account: Account }) {
  const say = useWords("ticket_page", page_words);
  const tell = useWords("part", part_words);
  const now = useNow();
  const sign = sign_of(clock);
  const left = left_at(clock, now) ?? account.outcome.left;
  const promised = account.outcome.promised;
  const is_days = account.outcome.code.endsWith("_by");
  const used = promised !== undefined && left !== undefined ? promised - left : account.outcome.counted;
  const word = left !== undefined && left < 0 ? tell("over") : clock.ended_at ? say("lane.spare") : tell("left");
  return (
    <>
      <span className="tk-1"><StateText sign={sign} /> {left !== undefined && <b className={`st ${sign} nums`}>{left < 0 ? `+${clock_text(-left)}` : clock_text(left)}</b>}</span>
      <span className="tk-2">
        <span>{is_days && clock.due_at ? say("lane.due", { time: instant_near(clock.due_at, now) }) : used !== undefined ? say("lane.used", { time: clock_text(Math.max(0, used)) }) : ""}</span>
        {left !== undefined && <span>{word}</span>}
      </span>
    </>
  );
}

export function CommitmentFigure({ account, clock, open, is_open }: { account: Account; clock: Clock | undefined; open: () => void; is_open: boolean }) {
  const say = useWords("ticket_page", page_words);
  const name_of = useCommitmentName();
  if (!clock) return <span className="tk-figure" />;
  return (
    <button type="button" className="tk-figure plain" aria-expanded={is_open} onClick={open} title={say("why.open")}>
      <span className="vh">{say("why.open")} {name_of(clock, account)}</span>
      <Figure clock={clock} account={account} />
    </button>
  );
}
