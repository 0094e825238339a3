// @vitest-environment jsdom
import { describe, expect, it } from "vitest";

import { sayable } from "./closing";

describe("closing a month again", () => {
  it.each([
    [[], "provider", ["asked"]],
    [[{ step: "asked", side: "provider" }], "provider", ["taken_back"]],
    [[{ step: "asked", side: "provider" }], "customer", ["agreed", "declined"]],
    [[{ step: "asked", side: "provider" }, { step: "agreed", side: "customer" }], "provider", []],
    [[{ step: "asked", side: "provider" }, { step: "declined", side: "customer" }], "customer", ["asked"]],
  ] as const)("after %j the %s may say %j", (said, side, may) => expect(sayable(said, side)).toEqual(may));
});
