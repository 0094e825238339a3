// Go anywhere by a few letters: pages, commands, references, tickets, customers.
import { useDebouncedValue } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { KeyboardEvent } from "react";

import { client, told } from "../api/client";
import { useRead } from "../api/queries";
import { Dialog } from "../part/dialog";
import { useMe } from "../session/me";
import { labelled } from "../words/format";
import { useWords } from "../words/words";
import { useParties } from "./known";
import { beside, pages_of } from "./pages";
import { choose_theme } from "./theme";
import { frame_words } from "./words";

type Entry = { group: string; name: string; beside?: string; keys?: string; act: () => void };

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function useEntries(words: string, close: () => void): Entry[] {
  const say = useWords("frame", frame_words);
  const me = useMe();
  const navigate = useNavigate();
  const { data: parties } = useParties();
  const [asked] = useDebouncedValue(words.trim(), 150);
  const tickets = useRead("ticket", ["palette", asked], (signal) =>
    told(client.GET("/api/tickets", { params: { query: { shown: "all", words: asked, limit: 8 } }, signal })), { enabled: asked.length > 1 });
  const go = (to: string) => () => { close(); void navigate({ to: to as never }); };
  const has = (text: string): boolean => plain(text).includes(plain(words.trim()));
  const pages = [...pages_of(me), ...beside]
    .map((page) => ({ group: say("seek_pages"), name: say(page.name), act: go(page.to), ...(page.key ? { keys: page.key } : {}) }))
    .filter((entry) => has(entry.name));
  const acts = (["auto", "light", "dark"] as const)
    .map((theme) => ({ group: say("seek_acts"), name: labelled(say("theme"), say(`theme_${theme}`)), act: () => { choose_theme(theme); close(); } }))
    .filter((entry) => words !== "" && has(entry.name));
  const found = asked.length > 1 ? (tickets.data?.items ?? []) : [];
  const references = found.map((ticket) => ({ group: say("seek_tickets"), name: `${ticket.reference} ${ticket.title}`, act: go(`/tickets/${encodeURIComponent(ticket.reference)}`) }));
  const companies = words.length < 2 ? [] : (parties ?? []).filter((party) => party.kind === "customer" && (has(party.name) || has(party.reference))).slice(0, 6)
    .map((party) => ({ group: say("seek_parties"), name: party.name, beside: party.reference, act: go(`/customers/${encodeURIComponent(party.reference)}`) }));
  return [...references, ...companies, ...pages, ...acts];
}

export function Palette({ close }: { close: () => void }) {
  const say = useWords("frame", frame_words);
  const id = useId();
  const [words, set_words] = useState("");
  const [place, set_place] = useState(0);
  const entries = useEntries(words, close);
  const at = Math.min(place, entries.length - 1);

  function move(event: KeyboardEvent): void {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      set_place((at + (event.key === "ArrowDown" ? 1 : entries.length - 1)) % Math.max(1, entries.length));
    }
    if (event.key === "Enter") { event.preventDefault(); entries[at]?.act(); }
  }

  return (
    <Dialog title={say("seek")} close={close}>
      <div className="palette" onKeyDown={move}>
        <input
          data-autofocus role="combobox" aria-expanded="true" aria-controls={id} aria-activedescendant={entries.length > 0 ? `${id}-${at}` : undefined} aria-label={say("seek")}
          placeholder={say("seek_placeholder")} value={words} onChange={(event) => { set_words(event.target.value); set_place(0); }}
        />
        <ul id={id} role="listbox" aria-label={say("seek")}>
          {entries.map((entry, index) => (
            <li key={`${entry.group}${entry.name}`} id={`${id}-${index}`} role="option" aria-selected={index === at} onMouseMove={() => set_place(index)} onClick={entry.act}>
              <span className="el">{entry.name}</span> {entry.beside && <span className="q">{entry.beside}</span>}
              <span className="k">{index === 0 || entries[index - 1]?.group !== entry.group ? entry.group : ""}{entry.keys?.split(" ").map((key) => <kbd key={key}>{key}</kbd>)}</span>
            </li>
          ))}
        </ul>
        {entries.length === 0 && <p className="empty prose">{say("seek_none")}</p>}
      </div>
    </Dialog>
  );
}
