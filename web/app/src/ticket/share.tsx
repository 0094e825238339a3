// Whose time the counted time is: sums of the explanation.
import type { Holder } from "../part/holder";
import { HolderMark } from "../part/holder";
import { clock as clock_text, percent } from "../words/format";
import { useWords } from "../words/words";
import type { Account } from "./account";
import { counted_in } from "./account";
import { short_of, useHandOf } from "./hands";
import { page_words } from "./page_words";
import { fill_of } from "./patterns";

type Share = { hand: Holder; name: string; seconds: number };

export function CountedShare({ account }: { account: Account }) {
  const say = useWords("ticket_page", page_words);
  const hand_of = useHandOf();
  const shares = new Map<string, Share>();
  account.stretches.forEach((stretch, index) => {
    const seconds = counted_in(account, index);
    if (!stretch.holder || seconds <= 0) return;
    const found = shares.get(stretch.holder.text);
    shares.set(stretch.holder.text, { hand: hand_of(stretch.holder), name: short_of(stretch.holder), seconds: (found?.seconds ?? 0) + seconds });
  });
  const all = [...shares.values()];
  const sum = all.reduce((total, share) => total + share.seconds, 0);
  if (sum <= 0) return null;
  let before = 0;
  return (
    <div className="tk-share">
      <span>{say("lane.share")} <b className="nums">{clock_text(account.stretches.at(-1)?.running ?? sum)}</b></span>
      <svg aria-hidden="true">{all.map((share) => { const x = before; before += share.seconds; return <rect key={share.name} x={`${(100 * x) / sum}%`} width={`${Math.max(0.3, (100 * share.seconds) / sum - 0.2)}%`} height="12" fill={fill_of[share.hand]} />; })}</svg>
      <span className="who">{all.map((share) => <span key={share.name} className="flex gap1"><HolderMark holder={share.hand} name={`${share.name} ${clock_text(share.seconds)}`} /> <b>{percent(share.seconds / sum)}</b></span>)}</span>
    </div>
  );
}
