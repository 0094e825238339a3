#include "store/import/file_chunk.h"

#include <array>

namespace vigie {

std::optional<Bytes> chunk_of_file(Connection& rows, const Bytes& blob, std::int64_t number) {
  std::optional<Bytes> chunk;
  rows.run(
      "select c.bytes from blob_chunk b join chunk c on c.digest = b.chunk"
      " where b.blob = $1 and b.number = $2",
      std::array<Parameter, 2>{BytesView{blob}, number},
      [&](const Row& row) { chunk = FieldValue<Bytes>::from_sql(row, 0); });
  return chunk;
}

}  // namespace vigie
