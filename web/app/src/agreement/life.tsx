// What happened to a version, and who said yes.
import { StateText } from "../part/state";
import { civil_day, instant, instant_exact } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import type { Version } from "./agreement_page";
import { agreement_words } from "./words";

export function Life({ version }: { version: Version }) {
  const say = useWords("agreement", agreement_words);
  const vocabulary = useVocabulary();
  const state = (name: string): string => capital(vocabulary("agreement_state", name === "signed" ? "signed_" : name));
  return (
    <div className="panel">
      <header><h2>{say("life.title", { number: version.number })}</h2></header>
      <div className="ag-body">
        {version.steps.length === 0 && <p className="t m prose">{say("life.nothing")}</p>}
        <ol className="ag-life">{version.steps.map((step, index) => <li key={index}><b>{state(step.state)}</b> <span className="q" title={instant_exact(step.at)}>{instant(step.at)}{step.by && ` · ${say("life.by", { name: step.by })}`}</span>{step.comment && <p>{step.comment}</p>}</li>)}</ol>
        <h3>{say("life.signatures")}</h3>
        {version.signatures.length === 0 ? <p className="t m prose">{say("life.no_signature")}</p> : (
          <ul className="ag-life">{version.signatures.map((each, index) => <li key={index}><b>{say(`life.side.${each.side}`)}</b> {[each.name, each.capacity].filter(Boolean).join(", ")} <span className="q">{say("life.on", { day: civil_day(each.signed_on) })}</span><br /><code className="s q">{each.digest}</code></li>)}</ul>
        )}
        <h3>{say("life.approvals")}</h3>
        {version.approvals.length === 0 ? <p className="t m prose">{say("life.no_approval")}</p> : (
          <ul className="ag-life">{version.approvals.map((each, index) => <li key={index}><StateText sign={each.state === "approved" ? "met" : each.state === "declined" ? "br" : "pau"}>{capital(vocabulary("approval_state", each.state))}</StateText> {each.account} <span className="q" title={instant_exact(each.at)}>{instant(each.at)}</span>{each.comment && <p>{each.comment}</p>}</li>)}</ul>
        )}
      </div>
    </div>
  );
}
