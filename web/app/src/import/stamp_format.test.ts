import { describe, expect, test } from "vitest";

import { formats_of, is_stamps } from "./stamp_format";

describe("formats of stamps", () => {
  test("days above twelve tell days from months", () => {
    expect(formats_of(["29/2/2016 01:16", "1/3/2016 08:00"])).toEqual({ formats: ["d/M/yyyy H:mm"], unread: [], is_ambiguous: false });
    expect(formats_of(["2/29/2016 01:16"]).formats).toEqual(["M/d/yyyy H:mm"]);
  });
  test("when both readings fit, days come first and it is said", () => {
    expect(formats_of(["1/2/2016 08:00"])).toMatchObject({ formats: ["d/M/yyyy H:mm"], is_ambiguous: true });
  });
  test("a column may have two formats, the most frequent first", () => {
    expect(formats_of(["01/03/2026 08:00", "14/03/2026 08:00", "2026-03-01T08:00:00Z"]).formats).toEqual(["d/M/yyyy H:mm", "iso"]);
  });
  test("what cannot be read is named", () => {
    expect(formats_of(["soon", "2026-03-01 08:00"]).unread).toEqual(["soon"]);
  });
  test("numbers and words are no stamps", () => {
    expect(is_stamps(["1", "2", "3"])).toBe(false);
    expect(is_stamps(["INC1", "INC2"])).toBe(false);
    expect(is_stamps(["2026-03-01 08:00:00"])).toBe(true);
  });
});
