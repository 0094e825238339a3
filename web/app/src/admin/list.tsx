// A list of a tab: waiting, refusal, nothing yet, rows.
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { Empty } from "../part/empty";
import { Panel } from "../part/panel";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { useWords } from "../words/words";

export type Column<T> = { name: string; cell: (item: T) => ReactNode; is_number?: boolean; is_hidden_name?: boolean; title?: (item: T) => string };

export function ListPanel<T extends object>(props: {
  title: string; beside?: string | undefined; acts?: ReactNode; query: UseQueryResult<T[]>; columns: readonly Column<T>[]; key_of: (item: T) => string;
  none: { title: string; why: string; act?: ReactNode }; is_faint?: (item: T) => boolean; foot?: ReactNode; is_roomy?: boolean;
}) {
  const part = useWords("part", part_words);
  const { data, error, refetch } = props.query;
  return (
    <Panel title={props.title} beside={props.beside} acts={data?.length ? props.acts : undefined} foot={props.foot}>
      {!data && error !== null && <ToldProblem error={error} again={() => void refetch()} />}
      {!data && error === null && <div className="admin-pad"><Waiting rows={3} label={part("loading")} /></div>}
      {data?.length === 0 && <Empty title={props.none.title} acts={props.none.act}>{props.none.why}</Empty>}
      {data && data.length > 0 && (
        <div className="scroll-x" tabIndex={0} role="group" aria-label={props.title}>
          <table className={props.is_roomy ? "grid roomy" : "grid"}>
            <thead>
              <tr>{props.columns.map((column) => <th key={column.name} className={column.is_number ? "num" : undefined}>{column.is_hidden_name ? <span className="vh">{column.name}</span> : column.name}</th>)}</tr>
            </thead>
            <tbody>
              {data.map((item) => (
                <tr key={props.key_of(item)} className={props.is_faint?.(item) ? "admin-faint" : undefined}>
                  {props.columns.map((column) => <td key={column.name} className={column.is_number ? "num" : undefined} title={column.title?.(item)}>{column.cell(item)}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
