// Fields that outages and maintenance share.
import { useId } from "react";
import type { ReactNode } from "react";

import { useParties, useServices } from "../frame/known";
import { language_now } from "../words/language";
import { useWords } from "../words/words";
import { outage_words } from "./words";

export function Field({ label, hint, wrong, children }: { label: string; hint?: string | undefined; wrong?: string | undefined; children: (id: string, described: string | undefined) => ReactNode }) {
  const id = useId();
  const described = wrong || hint ? `${id}d` : undefined;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id, described)}
      {described && <span id={described} className={wrong ? "wrong" : "hint"}>{wrong ?? hint}</span>}
    </div>
  );
}

export function ItemField({ value, set, wrong, is_needed }: { value: string; set: (value: string) => void; wrong?: string | undefined; is_needed: boolean }) {
  const say = useWords("outage", outage_words);
  const { data } = useServices();
  const list = useId();
  return (
    <Field label={say("item")} hint={say("item_hint")} wrong={wrong}>
      {(id, described) => (
        <>
          <input id={id} name="item" list={list} required={is_needed} aria-describedby={described} aria-invalid={wrong ? true : undefined} placeholder={is_needed ? "" : say("every_service")} value={value} onChange={(event) => set(event.target.value)} />
          <datalist id={list}>{(data ?? []).map((each) => <option key={each.reference} value={each.designation}>{language_now() === "fr" ? each.name_fr : each.name_en}</option>)}</datalist>
        </>
      )}
    </Field>
  );
}

export function CustomerField({ value, set }: { value: string; set: (value: string) => void }) {
  const say = useWords("outage", outage_words);
  const { data } = useParties();
  return (
    <Field label={say("customer")}>
      {(id) => (
        <select id={id} name="customer" value={value} onChange={(event) => set(event.target.value)}>
          <option value="">{say("everyone")}</option>
          {(data ?? []).filter((party) => party.kind === "customer").map((party) => <option key={party.reference} value={party.reference}>{party.name}</option>)}
        </select>
      )}
    </Field>
  );
}

export function AtField({ name, label, value, set, is_needed, wrong, hint }: { name: string; label: string; value: string; set: (value: string) => void; is_needed?: boolean; wrong?: string | undefined; hint?: string }) {
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {(id, described) => <input id={id} name={name} type="datetime-local" required={is_needed} aria-describedby={described} aria-invalid={wrong ? true : undefined} value={value} onChange={(event) => set(event.target.value)} />}
    </Field>
  );
}
