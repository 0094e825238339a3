// Filters in words: each is a chip that opens what it may be, and goes away with its cross.
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { FormEvent } from "react";

import { Pop } from "../frame/pop";
import { useWords } from "../words/words";
import type { Asked } from "./search";
import { grid_words } from "./words";

export type Option = { value: string; name: string };
export type Filter = {
  key: string;
  name: string;
  options: readonly Option[];
  /** Whether something else than the options may be typed. */
  is_free?: boolean;
  /** Shown even when nothing is chosen: what is usual then. */
  usual?: string;
};

type Choice = { filter: Filter; value: string | undefined; choose: (value: string | undefined) => void; close: () => void };

function Choices({ filter, value, choose, close }: Choice) {
  const say = useWords("grid", grid_words);
  const [typed, set_typed] = useState("");
  const take = (wanted: string | undefined): void => { choose(wanted); close(); };
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (typed.trim()) take(typed.trim());
  }
  return (
    <div className="gr-menu">
      {filter.is_free && (
        <form onSubmit={submit}>
          <input className="ctl" aria-label={filter.name} placeholder={filter.name} value={typed} onChange={(event) => set_typed(event.target.value)} />
          <button type="submit" className="btn">{say("apply")}</button>
        </form>
      )}
      <button type="button" aria-pressed={value === undefined} onClick={() => take(undefined)}>{filter.usual ?? say("any")}</button>
      {filter.options.map((option) => (
        <button key={option.value} type="button" aria-pressed={option.value === value} onClick={() => take(option.value)}>{option.name}</button>
      ))}
    </div>
  );
}

export function Filters({ filters, asked, ask }: { filters: readonly Filter[]; asked: Asked; ask: (change: Record<string, string | undefined>) => void }) {
  const say = useWords("grid", grid_words);
  const [adding, add] = useState<string>();
  const is_shown = (filter: Filter): boolean => asked[filter.key] !== undefined || filter.usual !== undefined;
  const others = filters.filter((filter) => !is_shown(filter));
  const set = filters.filter((filter) => asked[filter.key] !== undefined);
  return (
    <>
      {filters.filter(is_shown).map((filter) => {
        const value = asked[filter.key];
        const name = value === undefined ? filter.usual : (filter.options.find((option) => option.value === value)?.name ?? value);
        return (
          <span key={filter.key} className="gr-chip">
            <Pop className="open" button={<>{filter.name} <b>{name}</b></>}>
              {(close) => <Choices filter={filter} value={value} close={close} choose={(wanted) => ask({ [filter.key]: wanted })} />}
            </Pop>
            {value !== undefined && (
              <button type="button" className="off" aria-label={say("remove_filter", { name: filter.name })} onClick={() => ask({ [filter.key]: undefined })}><IconX size={12} aria-hidden /></button>
            )}
          </span>
        );
      })}
      {others.length > 0 && (
        <span className="gr-chip add">
          <Pop className="open" button={<><IconPlus size={12} aria-hidden />{say("filter")}</>}>
            {(close) => {
              const chosen = others.find((filter) => filter.key === adding);
              const leave = (): void => { add(undefined); close(); };
              if (chosen) return <Choices filter={chosen} value={undefined} close={leave} choose={(wanted) => ask({ [chosen.key]: wanted })} />;
              return (
                <div className="gr-menu">
                  <p className="cap">{say("filter_by")}</p>
                  {others.map((filter) => <button key={filter.key} type="button" onClick={() => add(filter.key)}>{filter.name}</button>)}
                </div>
              );
            }}
          </Pop>
        </span>
      )}
      {set.length > 1 && (
        <button type="button" className="btn ghost xs" onClick={() => ask(Object.fromEntries(set.map((filter) => [filter.key, undefined])))}>{say("clear_filters")}</button>
      )}
    </>
  );
}
