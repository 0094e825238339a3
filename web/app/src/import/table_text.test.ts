import { describe, expect, test } from "vitest";

import { head_of, kind_of_file, records_of } from "./table_text";

const bytes_of = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("the head of a file", () => {
  test("cells in quotes keep separators, quotes and line ends", () => {
    expect(records_of('a;"b;""c""\nd";e\n', ";", '"', false)).toEqual([["a", 'b;"c"\nd', "e"]]);
  });
  test("a record that the cut left open is not given", () => {
    expect(records_of("a,b\n1,2\n3", ",", '"', true)).toEqual([["a", "b"], ["1", "2"]]);
  });
  test("the last record needs no line end when the file is whole", () => {
    expect(records_of("a,b\n1,2", ",", '"', false)).toEqual([["a", "b"], ["1", "2"]]);
  });
  test("the separator is the one that cuts rows alike", () => {
    const head = head_of(bytes_of('"ID";"Titre"\r\n"41";"Imprimante, 2e étage"\r\n'), false);
    expect(head.separator).toBe(";");
    expect(head.columns).toEqual(["ID", "Titre"]);
    expect(head.rows).toEqual([["41", "Imprimante, 2e étage"]]);
  });
  test("what is not UTF-8 is read as the code page of Western desks", () => {
    const head = head_of(new Uint8Array([0x49, 0x44, 0x2c, 0x78, 0x0a, 0xe9, 0x2c, 0xe7, 0x0a]), false);
    expect(head.encoding).toBe("windows-1252");
    expect(head.rows).toEqual([["é", "ç"]]);
  });
  test("a character split by the cut does not make a file another encoding", () => {
    expect(head_of(bytes_of("a,b\n1,é").subarray(0, 7), true).encoding).toBe("utf-8");
  });
  test("a byte order mark is no part of the first column", () => {
    expect(head_of(bytes_of("\uFEFFa,b\n1,2\n"), false).columns[0]).toBe("a");
  });
  test("files are told apart by their first bytes", () => {
    expect(kind_of_file(new Uint8Array([0x50, 0x4b, 3, 4]))).toBe("sheet");
    expect(kind_of_file(new Uint8Array([0x1f, 0x8b, 8]))).toBe("packed");
    expect(kind_of_file(bytes_of('{"ticket":"1"}'))).toBe("events");
    expect(kind_of_file(bytes_of("a;b"))).toBe("table");
    expect(kind_of_file(new Uint8Array())).toBe("empty");
  });
});
