// The question before a month is frozen: its consequences, in numbers.
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { client, once, told } from "../api/client";
import { is_problem } from "../api/problem";
import { Dialog } from "../part/dialog";
import { toast } from "../part/toast";
import { ToldInForm } from "../part/told_problem";
import { part_words } from "../part/words";
import { money, month as month_text } from "../words/format";
import { useWords } from "../words/words";
import type { Preview } from "./closing";
import { closure_words } from "./words";

function amounts_text(preview: Preview): string {
  const sums = new Map<string, number>();
  for (const each of preview.closure.penalties) sums.set(each.currency, (sums.get(each.currency) ?? 0) + each.amount_minor);
  return [...sums].map(([currency, minor]) => money(minor, currency)).join(" + ");
}

export function CloseDialog({ preview, close, look_again }: { preview: Preview; close: () => void; look_again: () => void }) {
  const say = useWords("closure", closure_words);
  const say_part = useWords("part", part_words);
  const queries = useQueryClient();
  const { closure, agreement, period, accepts } = preview;
  const closing = useMutation({
    mutationFn: () => told(client.POST("/api/closures", { params: { header: once() }, body: { agreement, period, accepts } } as never)),
    onSuccess: (done) => {
      for (const room of ["closure", "figures", "penalty"]) void queries.invalidateQueries({ queryKey: [room] });
      toast(say("ask.done", { reference: (done as { reference: string }).reference }));
      close();
    },
    onError: (error) => { if (is_problem(error) && error.code === "figures_moved") look_again(); },
  });
  const tickets = closure.targets.reduce((sum, target) => sum + target.tickets.length, 0);
  const moved = closure.regularised.length + closure.regularised_penalties.length;
  return (
    <Dialog title={say("ask.title", { month: month_text(period), agreement })} close={close}>
      <div className="body">
        <p className="prose">{say("ask.intro")}</p>
        <ul className="cl-ends">
          <li>{say("ask.targets", { count: closure.targets.length })}</li>
          <li>{say("ask.tickets", { count: tickets })}</li>
          <li>{closure.penalties.length > 0 ? say("ask.penalties", { count: closure.penalties.length, amount: amounts_text(preview) }) : say("ask.no_penalty")}</li>
          {moved > 0 && <li>{say("ask.moved", { count: moved })}</li>}
        </ul>
        {closing.error && <ToldInForm error={closing.error} />}
      </div>
      <footer className="foot">
        <button type="button" className="btn" onClick={close}>{say_part("cancel")}</button>
        <button type="button" className="btn danger" disabled={closing.isPending} onClick={() => closing.mutate()}>{say("ask.act")}</button>
      </footer>
    </Dialog>
  );
}
