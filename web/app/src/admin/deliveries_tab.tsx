// What was told, and what did not arrive.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";

import { client, told } from "../api/client";
import type { Schemas } from "../api/client";
import { useRead } from "../api/queries";
import { StateText } from "../part/state";
import type { StateSign } from "../part/clock_state";
import { toast } from "../part/toast";
import { counted } from "../words/counted";
import { instant, number } from "../words/format";
import { capital, useVocabulary, useWords } from "../words/words";
import { ListPanel } from "./list";
import { admin_words } from "./words";

type Delivery = Schemas["Delivery"];
const states = ["failed", "waiting", "delivered", "dropped"] as const;
type State = (typeof states)[number];
const signs: Record<State, StateSign> = { failed: "br", waiting: "pau", delivered: "met", dropped: "exc" };

function SummaryPanel() {
  const say = useWords("admin", admin_words);
  const { data } = useRead("notice", ["summary"], () => told(client.GET("/api/delivery-summary")), { every_milliseconds: 30_000 });
  if (!data) return null;
  const figures = [["waiting_email", data.waiting_email], ["waiting_webhook", data.waiting_webhook], ["failed_email", data.failed_email], ["failed_webhook", data.failed_webhook]] as const;
  return (
    <>
      {!data.sends_email && <p className="note risk prose">{say("deliveries.no_email")}</p>}
      <section className="panel" aria-label={say("deliveries.title")}>
        <div className="admin-figures">{figures.map(([name, value]) => <div key={name}><span className="lab">{say(`deliveries.${name}`)}</span><span className="kpi">{number(value)}</span></div>)}</div>
      </section>
    </>
  );
}

export function DeliveriesTab() {
  const say = useWords("admin", admin_words);
  const word = useVocabulary();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { delivery_state } = useSearch({ strict: false }) as { delivery_state?: State };
  const state: State = delivery_state && states.includes(delivery_state) ? delivery_state : "failed";
  const deliveries = useRead("notice", ["deliveries", state], async () => (await told(client.GET("/api/deliveries", { params: { query: { limit: 200, state } } }))).items);
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ["notice"] });
  const failed = (): void => toast(say("failed"), { is_bad: true });
  async function replay_all(): Promise<void> {
    const { count } = await told(client.POST("/api/delivery-replays", { body: { state: "failed", count: deliveries.data?.length ?? 0 } }));
    toast(say("deliveries.replayed", counted(count)));
    await again();
  }
  const choose = (wanted: State): void => void navigate({ to: ".", search: (before: Record<string, unknown>) => ({ ...before, delivery_state: wanted }) } as never);
  return (
    <>
      <SummaryPanel />
      <div className="flex gap2" role="group" aria-label={say("state")}>
        {states.map((each) => <button key={each} type="button" className={`btn xs ${each === state ? "pri" : ""}`} aria-pressed={each === state} onClick={() => choose(each)}>{capital(word("delivery_state", each))}</button>)}
      </div>
      <ListPanel<Delivery>
        title={capital(word("delivery_state", state))} query={deliveries} key_of={(delivery) => delivery.reference}
        acts={state === "failed" ? <button type="button" className="btn" onClick={() => void replay_all().catch(failed)}>{say("deliveries.replay_all")}</button> : undefined}
        none={{ title: say(state === "failed" ? "deliveries.none_failed" : "deliveries.none"), why: say("deliveries.none_why") }}
        columns={[
          { name: say("deliveries.to"), cell: (delivery) => <b>{delivery.person ?? delivery.webhook ?? "–"}</b> },
          { name: say("deliveries.channel"), cell: (delivery) => capital(word("notice_channel", delivery.channel)) },
          { name: say("state"), cell: (delivery) => <StateText sign={signs[delivery.state]}>{capital(word("delivery_state", delivery.state))}</StateText> },
          { name: say("deliveries.attempts"), is_number: true, cell: (delivery) => number(delivery.attempt) },
          { name: say("deliveries.due"), cell: (delivery) => instant(delivery.ended_at ?? delivery.due_at) },
          { name: say("deliveries.answer"), cell: (delivery) => <span className="m">{delivery.error.slice(0, 80)}</span>, title: (delivery) => delivery.error },
          {
            name: say("acts"), is_hidden_name: true, is_number: true,
            cell: (delivery) => delivery.state === "failed" && (
              <button type="button" className="btn xs" onClick={() => void told(client.POST("/api/deliveries/{reference}/replay", { params: { path: { reference: delivery.reference } } })).then(again, failed)}>{say("deliveries.replay")}</button>
            ),
          },
        ]}
      />
    </>
  );
}
