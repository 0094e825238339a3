// What can be done to many tickets at once.
import { useState } from "react";

import { BulkDialog } from "../grid/bulk";
import { HolderMark } from "../part/holder";
import { useMe } from "../session/me";
import { useWords } from "../words/words";
import type { Ticket } from "./acts";
import { comment, take } from "./acts";
import { useHolderNames } from "./tickets_columns";
import { HandingFields, first_handing, hand, handed_name, is_handing_ready } from "./tickets_hand_over";
import { tickets_words } from "./tickets_words";

export type BulkAct = "take" | "comment" | "hand_over";
export const bulk_acts: BulkAct[] = ["take", "hand_over", "comment"];

type Props = { act: BulkAct; rows: () => Promise<Ticket[]>; close: () => void; done: () => void };

export function TicketsBulk({ act, rows, close, done }: Props) {
  const say = useWords("tickets", tickets_words);
  const me = useMe();
  const names = useHolderNames();
  const [text, set_text] = useState("");
  const [handing, set_handing] = useState(first_handing);
  const line = (ticket: Ticket, effect: string) => (
    <>
      <span className="id">{ticket.reference}</span>
      <span className="el" style={{ flex: 1 }} title={ticket.title}>{ticket.title}</span>
      <span className="s m nw"><HolderMark holder={names.mark(ticket.holder)} name={names.of(ticket)} /> → {effect}</span>
    </>
  );
  const shared = { rows, name_of: (ticket: Ticket) => ticket.reference, close, done };
  if (act === "take") {
    return <BulkDialog {...shared} title={say("take_title")} act_name={say("take")} effect={(ticket) => line(ticket, me.name)} act={(ticket) => take(ticket.reference, me.reference, ticket.holder === "provider" ? ticket.team : "")} />;
  }
  if (act === "hand_over") {
    return (
      <BulkDialog
        {...shared} title={say("hand_title")} act_name={say("hand_over")} is_ready={is_handing_ready(handing)}
        effect={(ticket) => line(ticket, handed_name(handing, names))} act={(ticket) => hand(ticket.reference, handing)}
      >
        <HandingFields handing={handing} set={set_handing} />
        <p className="s q">{say("hand_clock")}</p>
      </BulkDialog>
    );
  }
  return (
    <BulkDialog
      {...shared} title={say("comment_title")} act_name={say("comment")} is_ready={text.trim() !== ""}
      effect={(ticket) => line(ticket, say("comment_effect"))} act={(ticket) => comment(ticket.reference, text)}
    >
      <label className="field"><span className="label">{say("comment_label")}</span><textarea required data-autofocus value={text} onChange={(event) => set_text(event.target.value)} /></label>
    </BulkDialog>
  );
}
