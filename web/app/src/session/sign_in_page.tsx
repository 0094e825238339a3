import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";

import { client, told } from "../api/client";
import { ToldInForm } from "../part/told_problem";
import { useWords } from "../words/words";
import { Entrance } from "./entrance";
import { session_words } from "./words";

export function SignInPage({ has_ended, done }: { has_ended?: boolean; done?: boolean }) {
  const say = useWords("session", session_words);
  const queries = useQueryClient();
  const [email, set_email] = useState("");
  const [password, set_password] = useState("");
  const [error, set_error] = useState<unknown>();
  const [is_asking, set_asking] = useState(false);

  async function enter(event: FormEvent): Promise<void> {
    event.preventDefault();
    set_asking(true);
    set_error(undefined);
    try {
      await told(client.POST("/api/session", { body: { email, password } }));
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "session" });
      await queries.invalidateQueries({ queryKey: ["session"] });
    } catch (refused) {
      set_error(refused);
      set_asking(false);
    }
  }

  return (
    <Entrance title={say("title")}>
      {has_ended && <p className="note on prose" role="status">{say("ended")}</p>}
      {done && <p className="note on prose" role="status">{say("done")}</p>}
      <form className="form" onSubmit={(event) => void enter(event)}>
        <div className="field">
          <label htmlFor="email">{say("email")}</label>
          <input name="email" id="email" type="email" autoComplete="username" required autoFocus value={email} onChange={(event) => set_email(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor="password">{say("password")}</label>
          <input name="password" id="password" type="password" autoComplete="current-password" required value={password} onChange={(event) => set_password(event.target.value)} />
        </div>
        {error !== undefined && <ToldInForm error={error} />}
        <button type="submit" className="btn pri" disabled={is_asking}>{say(is_asking ? "entering" : "enter")}</button>
      </form>
    </Entrance>
  );
}
