import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";

import { client, told } from "../api/client";
import { ToldInForm } from "../part/told_problem";
import { useWords } from "../words/words";
import { Entrance } from "./entrance";
import { session_words } from "./words";

const least = 12;

export function InvitationPage({ token }: { token: string }) {
  const say = useWords("session", session_words);
  const [password, set_password] = useState("");
  const [again, set_again] = useState("");
  const [error, set_error] = useState<unknown>();
  const navigate = useNavigate();
  const differs = again !== "" && again !== password;

  async function choose(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (again !== password) return;
    try {
      await told(client.POST("/api/invitations/{token}/acceptance", { params: { path: { token } }, body: { password } }));
      await navigate({ to: "/", replace: true, state: { is_invited: true } as never });
    } catch (refused) {
      set_error(refused);
    }
  }

  return (
    <Entrance title={say("invited")}>
      <p className="prose m">{say("invited_why")}</p>
      <form className="form" onSubmit={(event) => void choose(event)}>
        <div className="field">
          <label htmlFor="password">{say("password")}</label>
          <input name="password" id="password" type="password" autoComplete="new-password" minLength={least} required autoFocus aria-describedby="length" value={password} onChange={(event) => set_password(event.target.value)} />
          <span id="length" className="hint">{password.length > 0 && password.length < least ? say("short", { count: password.length }) : ""}</span>
        </div>
        <div className="field">
          <label htmlFor="again">{say("again")}</label>
          <input name="again" id="again" type="password" autoComplete="new-password" required aria-invalid={differs} aria-describedby="differ" value={again} onChange={(event) => set_again(event.target.value)} />
          <span id="differ" className="wrong">{differs ? say("differ") : ""}</span>
        </div>
        {error !== undefined && <ToldInForm error={error} />}
        <button type="submit" className="btn pri">{say("choose")}</button>
      </form>
    </Entrance>
  );
}
