import { useMay } from "../session/me";
import { decisions_of } from "./decisions";
import type { Decision } from "./decisions";
import { useAgreements } from "./provider";
import { useClosures, useDisputes, usePenalties } from "./readings";

export function useDecisions(): { decisions: Decision[]; is_waiting: boolean; error: unknown; again: () => void } {
  const disputes = useDisputes(), closures = useClosures(), agreements = useAgreements(), penalties = usePenalties();
  const may = useMay();
  const reads = [disputes, closures, agreements, ...(may("read_figures") ? [penalties] : [])];
  const decisions = decisions_of({ disputes: disputes.data ?? [], closures: closures.data ?? [], agreements: agreements.data ?? [], penalties: penalties.data ?? [] });
  return {
    decisions,
    is_waiting: reads.some((read) => read.isLoading),
    error: reads.find((read) => read.error)?.error,
    again: () => { for (const read of reads) if (read.error) void read.refetch(); },
  };
}
