// The bytes of a file of facts, in pieces: plain, gzip or zstd, known by their first bytes.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "engine/base/fault.h"
#include "engine/base/result.h"

namespace vigie {

/// The world failed while bytes were read: a truncated archive, a disk that does not answer.
class SourceBroken : public std::runtime_error {
 public:
  explicit SourceBroken(Fault fault)
      : std::runtime_error(message_of(fault, Language::en)), fault_(std::move(fault)) {}
  const Fault& fault() const { return fault_; }

 private:
  Fault fault_;
};

/// Pieces of bytes in order. Memory is bounded, whatever the size of the file.
class Source {
 public:
  virtual ~Source() = default;
  /// The next piece, at most 256 KiB; empty at the end. Valid until the next call.
  /// Throws SourceBroken when the file is cut short, damaged or can no longer be read.
  virtual std::string_view next() = 0;
  /// Bytes of the file read so far, as they are stored (compressed ones count as such).
  virtual std::uint64_t bytes_read() const = 0;
  /// Size of the file as stored; none when it is not a file.
  virtual std::optional<std::uint64_t> bytes_total() const = 0;
};

/// Opens `path`, or `standard_input` when it is "-". Concatenated gzip members and zstd frames are
/// read as one. Refused: a file that cannot be read, or an archive of another kind (zip, xlsx, xz,
/// bzip2), with what to do.
Result<std::unique_ptr<Source>> open_source(const std::string& path, std::istream& standard_input);

}  // namespace vigie
