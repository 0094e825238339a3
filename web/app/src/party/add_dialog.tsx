// Adding a customer, a site, a service: what is refused is said at its field, and what was typed stays.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";

import { client, once, told } from "../api/client";
import { is_problem } from "../api/problem";
import { all_of, useRead } from "../api/queries";
import { useParties } from "../frame/known";
import { Dialog } from "../part/dialog";
import { toast } from "../part/toast";
import { ToldInForm } from "../part/told_problem";
import { part_words } from "../part/words";
import { useMay } from "../session/me";
import { useWords } from "../words/words";
import { reference_from } from "./events";
import { party_words } from "./words";

export type Added = "customer" | "site" | "service";
type FieldName = "name" | "reference" | "zone" | "holidays" | "customer" | "name_en" | "name_fr" | "designation" | "owner";
const fields_of: Record<Added, { needed: FieldName[]; more: FieldName[]; named_by: FieldName; path: string; title: "add_customer" | "add_site" | "add_service" }> = {
  customer: { needed: ["name", "reference"], more: [], named_by: "name", path: "/api/parties", title: "add_customer" },
  site: { needed: ["customer", "name", "reference", "zone"], more: ["holidays"], named_by: "name", path: "/api/sites", title: "add_site" },
  service: { needed: ["name_fr", "name_en", "reference"], more: ["designation", "owner"], named_by: "name_fr", path: "/api/services", title: "add_service" },
};

type Values = Partial<Record<FieldName, string>>;

function body_of(added: Added, values: Values): Record<string, unknown> {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value?.trim()));
  if (added === "customer") return { ...filled, kind: "customer" };
  if (added === "site" && values.holidays) return { ...filled, holidays: values.holidays.split(",").map((each) => each.trim()).filter(Boolean) };
  return filled;
}

export function AddDialog({ added, begin, close }: { added: Added; begin?: Values; close: () => void }) {
  const say = useWords("party", party_words);
  const say_part = useWords("part", part_words);
  const parties = useParties();
  const may_read_people = useMay()("read_people");
  const people = useRead("person", ["all"], () => all_of((cursor) => told(client.GET("/api/people", { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } })), 400), { enabled: added === "service" && may_read_people });
  const queries = useQueryClient();
  const { needed, more, named_by, path, title } = fields_of[added];
  const [values, set_values] = useState<Values>({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...begin });
  const [has_tried, set_tried] = useState(false);
  const reference = values.reference ?? reference_from(values[named_by] ?? "");
  const all: Values = { ...Object.fromEntries([...needed, ...more].map((name) => [name, values[name] ?? ""])), reference };
  const adding = useMutation({
    mutationFn: (): Promise<unknown> => told(client.POST(path as "/api/parties", { params: { header: once() }, body: body_of(added, all) } as never)),
    onSuccess: () => {
      for (const room of ["party", "site", "service"]) void queries.invalidateQueries({ queryKey: [room] });
      toast(say("form.done", { name: all[named_by] ?? "" }));
      close();
    },
  });
  const wrong = (name: FieldName): string | undefined =>
    has_tried && needed.includes(name) && !all[name]?.trim() ? say("form.missing") : is_problem(adding.error) ? adding.error.of_field(name) : undefined;
  function send(event: FormEvent): void {
    event.preventDefault();
    set_tried(true);
    if (needed.every((name) => all[name]?.trim())) adding.mutate();
  }
  const control = (name: FieldName) => {
    const set = (value: string): void => set_values({ ...values, [name]: value });
    const shared = { name, id: `pt-${name}`, value: all[name] ?? "", "aria-invalid": wrong(name) !== undefined, "aria-describedby": wrong(name) ? `pt-${name}-wrong` : undefined };
    if (name !== "customer" && name !== "owner") return <input {...shared} onChange={(event) => set(event.target.value)} />;
    const offered = name === "owner" ? (people.data ?? []) : (parties.data ?? []).filter((each) => each.kind === "customer");
    return <select {...shared} onChange={(event) => set(event.target.value)}><option value="" />{offered.map((each) => <option key={each.reference} value={each.reference}>{each.name ?? each.reference}</option>)}</select>;
  };
  return (
    <Dialog title={say(title)} close={close}>
      <form onSubmit={send} noValidate>
        <div className="body">
          {[...needed, ...more].map((name) => (
            <div key={name} className="field">
              <label htmlFor={`pt-${name}`}>{say(`form.${name}`)}</label>
              {control(name)}
              {wrong(name) && <span className="wrong" role="alert" id={`pt-${name}-wrong`}>{wrong(name)}</span>}
              {name === "reference" && <span className="hint prose">{say("form.reference_hint")}</span>}
              {name === "holidays" && <span className="hint prose">{say("form.holidays_hint")}</span>}
            </div>
          ))}
          {adding.error && <ToldInForm error={adding.error} />}
        </div>
        <footer className="foot"><button type="button" className="btn" onClick={close}>{say_part("cancel")}</button><button type="submit" className="btn pri" disabled={adding.isPending}>{say("form.save")}</button></footer>
      </form>
    </Dialog>
  );
}
