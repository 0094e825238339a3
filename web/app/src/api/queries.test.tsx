// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Problem } from "./problem";
import { queries, useRead } from "./queries";

const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
const later = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const away = new Problem(503, "not_ready", "");

describe("a reading of a server that is unwell", () => {
  beforeEach(() => { vi.useFakeTimers(); queries.clear(); });
  afterEach(() => { vi.useRealTimers(); });

  it("is waited for after one failure, told after two, and there as soon as the server is", async () => {
    let is_well = false;
    const { result } = renderHook(() => useRead("a", [1], async () => { if (!is_well) throw away; return "read"; }), { wrapper });
    await later(10);
    expect(result.current.isPending).toBe(true);
    await later(1_100);
    expect([result.current.isPending, result.current.error]).toEqual([false, away]);
    is_well = true;
    await later(5_100);
    expect([result.current.data, result.current.error]).toEqual(["read", null]);
  });

  it("shows nothing of what one looked at before", async () => {
    const read = async (what: number) => { if (what === 2) throw away; return `of ${what}`; };
    const { result, rerender } = renderHook(({ what }) => useRead("b", [what], () => read(what)), { wrapper, initialProps: { what: 1 } });
    await later(10);
    expect(result.current.data).toBe("of 1");
    rerender({ what: 2 });
    await later(1_200);
    expect([result.current.data, result.current.error]).toEqual([undefined, away]);
  });

  it("keeps what was read when it cannot be read again", async () => {
    let is_well = true;
    const { result } = renderHook(() => useRead("c", [1], async () => { if (!is_well) throw new Problem(500, "internal_error", ""); return "read"; }), { wrapper });
    await later(10);
    is_well = false;
    await act(async () => { await queries.invalidateQueries({ queryKey: ["c"] }); });
    await later(10);
    expect([result.current.data, result.current.error]).toEqual(["read", null]);
  });

  it("asks at once when one says so, not when its turn comes", async () => {
    let asked = 0;
    const { result } = renderHook(() => useRead("d", [1], async () => { ++asked; throw away; }), { wrapper });
    await later(4_000);
    const before = asked;
    act(() => { void result.current.refetch(); });
    await later(10);
    expect(asked).toBe(before + 1);
  });
});
