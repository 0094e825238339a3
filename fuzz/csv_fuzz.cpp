// Rows do not depend on where the text is cut into pieces.
#include <algorithm>

#include "notation/stream/csv.h"
#include "target.h"

namespace {

using namespace vigie;

std::string rows_of(std::string_view text, CsvForm form, std::size_t piece) {
  std::size_t at = 0;
  CsvReader reader{[&] {
                     const auto next = text.substr(std::min(at, text.size()), piece);
                     at += piece;
                     return next;
                   },
                   form};
  std::string rows;
  CsvRow row;
  while (reader.next(row)) {
    rows += std::to_string(row.line) + ":" + std::to_string(static_cast<int>(row.trouble));
    for (const std::string_view cell : row.cells) rows += "|" + std::string{cell};
    rows += "\n";
  }
  return rows;
}

}  // namespace

void vigie::try_bytes(std::string_view bytes) {
  if (bytes.size() < 2) return;
  const auto first = static_cast<unsigned char>(bytes[0]);
  CsvForm form;
  form.separator = ",;\t|"[first & 3U];
  form.quote = (first & 4U) != 0 ? '\0' : '"';
  form.encoding = static_cast<Encoding>((first >> 3U) % std::size(Vocabulary<Encoding>::words));
  form.longest_row = (first & 128U) != 0 ? 64 : 4096;
  const std::size_t piece = 1 + static_cast<unsigned char>(bytes[1]) % 17;
  bytes.remove_prefix(2);
  must(rows_of(bytes, form, bytes.size() + 1) == rows_of(bytes, form, piece),
       "the same rows whatever the pieces");
}
