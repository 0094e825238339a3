import { expect, test } from "vitest";

import { small_size } from "./small_image";

test("an image is made as small as it is shown, and keeps its shape", () => {
  expect(small_size(1_600, 400)).toEqual({ width: 320, height: 80 });
  expect(small_size(4_000, 100)).toEqual({ width: 480, height: 12 });
  expect(small_size(120, 30)).toEqual({ width: 120, height: 30 });
  expect(small_size(0, 0)).toEqual({ width: 80, height: 80 });
  expect(small_size(9_000, 3)).toEqual({ width: 480, height: 1 });
});
