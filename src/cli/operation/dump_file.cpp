#include "cli/operation/dump_file.h"

#include <memory>

#include "cli/console/written_file.h"
#include "connector/zstd_writer.h"

namespace vigie {

DumpSize dump_to_file(Database& database, DumpContent content, const std::string& file) {
  std::unique_ptr<WrittenFile> written;
  std::unique_ptr<ZstdWriter> packed;
  const auto begin = [&] {
    packed.reset();
    written.reset();
    // Names, tickets and digests of passwords are in it.
    written = std::make_unique<WrittenFile>(file, 0600);
    if (!file.ends_with(".zst")) return;
    packed = std::make_unique<ZstdWriter>([&](std::string_view bytes) { written->write(bytes); });
  };
  const DumpSize size = write_dump(database, content, begin, [&](std::string_view lines) {
    if (packed != nullptr) return packed->write(lines);
    written->write(lines);
  });
  if (packed != nullptr) packed->end();
  written->commit();
  return size;
}

}  // namespace vigie
