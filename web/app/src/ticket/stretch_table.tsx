// The timeline as tables, one a commitment: the same stretches, in words.
import { StateText } from "../part/state";
import type { Clock } from "../part/clock_state";
import { sign_of } from "../part/clock_state";
import { clock as clock_text, instant } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import type { Account } from "./account";
import { counted_in, key_of } from "./account";
import { useCommitmentName } from "./lane_sides";
import { page_words } from "./page_words";

export function StretchTables({ accounts, clocks }: { accounts: Account[]; clocks: Clock[] }) {
  const say = useWords("ticket_page", page_words);
  const word = useVocabulary();
  const name_of = useCommitmentName();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={say("lane.table")}>
      {accounts.map((account) => {
        const clock = clocks.find((each) => key_of(each) === account.key);
        return (
          <table key={account.key} className="grid compact tk-twin">
            <caption>{clock && say(`kind_clock.${clock.kind}`)} {name_of(clock, account)} {clock && <StateText sign={sign_of(clock)} />} {!account.end.is_now && <span className="q">{account.outcome.text}</span>}</caption>
            <thead><tr><th scope="col">{say("lane.from")}</th><th scope="col">{say("lane.to")}</th><th scope="col">{say("lane.hands")}</th><th scope="col">{say("moves.source")}</th><th scope="col">{say("lane.treatment")}</th><th scope="col" className="num">{say("lane.length")}</th><th scope="col" className="num">{say("lane.counted")}</th><th scope="col" className="num">{say("lane.sum")}</th></tr></thead>
            <tbody>
              {account.stretches.map((stretch, index) => (
                <tr key={index}>
                  <td>{instant(stretch.from)}</td><td>{instant(stretch.to)}</td><td>{stretch.holder?.text}</td><td>{stretch.text}</td><td>{capital(word("treatment", stretch.treatment))}</td>
                  <td className="num">{clock_text((stretch.to - stretch.from) / 1_000)}</td><td className="num">{clock_text(counted_in(account, index))}</td><td className="num">{clock_text(stretch.running)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </div>
  );
}
