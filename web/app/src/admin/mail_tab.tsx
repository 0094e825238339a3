// How this node sends e-mail, and whether it arrives.
import { useState } from "react";

import { client, told } from "../api/client";
import type { Schemas } from "../api/client";
import { useRead } from "../api/queries";
import { Empty } from "../part/empty";
import { Panel } from "../part/panel";
import { ToldInForm, ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { useWords } from "../words/words";
import { admin_words } from "./words";

function Trial() {
  const say = useWords("admin", admin_words);
  const [trial, set_trial] = useState<Schemas["MailTrial"]>();
  const [error, set_error] = useState<unknown>();
  const [is_trying, set_trying] = useState(false);
  async function go(): Promise<void> {
    set_trying(true);
    set_trial(undefined);
    set_error(undefined);
    try {
      set_trial(await told(client.POST("/api/mail/trial")));
    } catch (refused) {
      set_error(refused);
    }
    set_trying(false);
  }
  return (
    <div className="admin-pad admin-brand">
      <div className="admin-acts"><button type="button" className="btn pri" disabled={is_trying} onClick={() => void go()}>{say(is_trying ? "mail.trying" : "mail.try")}</button></div>
      <div aria-live="polite">
        {trial && <p className={`note prose ${trial.is_taken ? "" : "br"}`}>{trial.is_taken ? say("mail.taken", { to: trial.to }) : say("mail.not_taken", { to: trial.to, answer: trial.answer })}</p>}
      </div>
      {error !== undefined && <ToldInForm error={error} />}
    </div>
  );
}

export function MailTab() {
  const say = useWords("admin", admin_words);
  const part = useWords("part", part_words);
  const { data, error, refetch } = useRead("mail", ["settings"], () => told(client.GET("/api/mail")));
  const facts = data?.is_set ? [
    [say("mail.server"), data.server], [say("mail.encrypted"), say(data.is_encrypted ? "mail.yes" : "mail.no")], [say("mail.from"), data.from], [say("mail.user"), data.user || say("mail.nobody")],
  ] as const : [];
  return (
    <Panel title={say("mail.title")} beside={say("mail.beside")}>
      {!data && error !== null && <ToldProblem error={error} again={() => void refetch()} />}
      {!data && error === null && <div className="admin-pad"><Waiting rows={3} label={part("loading")} /></div>}
      {data && !data.is_set && <Empty title={say("mail.none")}>{say("mail.none_why")}</Empty>}
      {data?.is_set && (
        <>
          <dl className="admin-facts">{facts.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} is`}>{value}</dd>])}</dl>
          <Trial />
        </>
      )}
    </Panel>
  );
}
