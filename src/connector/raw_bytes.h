// Bytes as they are stored, with the first ones looked at before they are read.
#pragma once

#include <fstream>
#include <istream>
#include <memory>
#include <vector>

#include "connector/source.h"

namespace vigie {

class RawBytes final : public Source {
 public:
  static constexpr std::size_t piece_size = std::size_t{1} << 18;

  /// `owned` keeps the stream alive when it is ours.
  RawBytes(std::string name, std::istream& stream, std::unique_ptr<std::ifstream> owned,
           std::optional<std::uint64_t> total);

  std::string_view next() override;
  std::uint64_t bytes_read() const override { return read_; }
  std::optional<std::uint64_t> bytes_total() const override { return total_; }

  /// The first piece, still to be given by next().
  std::string_view peek();
  const std::string& name() const { return name_; }

 private:
  std::string_view fill();

  std::string name_;
  std::unique_ptr<std::ifstream> owned_;
  std::istream& stream_;
  std::optional<std::uint64_t> total_;
  std::vector<char> buffer_;
  std::string_view peeked_;
  bool has_peeked_ = false;
  std::uint64_t read_ = 0;
};

/// Readers of compressed bytes; both throw SourceBroken for what is cut short or damaged.
std::unique_ptr<Source> gunzip(std::unique_ptr<RawBytes> stored);
std::unique_ptr<Source> unzstd(std::unique_ptr<RawBytes> stored);

[[noreturn]] void report_truncated(const std::string& name, std::string_view format);
[[noreturn]] void report_damaged(const std::string& name, std::string_view format,
                                 std::string_view why);

}  // namespace vigie
