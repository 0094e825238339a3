// Bytes packed as zstd while they are written.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

namespace vigie {

/// Gives `write` the packed bytes of what it is given, in pieces. Source: RFC 8878.
class ZstdWriter {
 public:
  explicit ZstdWriter(std::function<void(std::string_view)> write);
  ~ZstdWriter();
  ZstdWriter(const ZstdWriter&) = delete;
  ZstdWriter& operator=(const ZstdWriter&) = delete;

  void write(std::string_view bytes);
  /// Ends the frame, with its checksum: nothing more may be written.
  void end();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vigie
