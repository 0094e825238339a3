// A dump read again, line by line.
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "connector/source.h"
#include "engine/base/digest.h"
#include "engine/base/fault.h"
#include "store/dump/dump_in.h"

namespace vigie {

/// What is read is no dump, or not a whole one.
class DumpRefused : public std::runtime_error {
 public:
  explicit DumpRefused(Fault fault)
      : std::runtime_error{message_of(fault, Language::en)}, fault_{std::move(fault)} {}
  const Fault& fault() const { return fault_; }

 private:
  Fault fault_;
};

/// Throws `DumpRefused` for what is not a portable dump of this format, and at its end when lines
/// are missing or were changed; `SourceBroken` as its source does.
class DumpReader final : public DumpGiver {
 public:
  /// `open` opens the file anew; `name` is its name in faults.
  DumpReader(std::function<std::unique_ptr<Source>()> open, std::string name);
  ~DumpReader() override;

  /// Of the first line.
  int step() const { return step_; }

  void rewind() override;
  std::optional<DumpedTable> next_table() override;
  bool next_row(std::span<Parameter> values) override;
  [[noreturn]] void refuse_table() override;

 private:
  struct Parsed;
  std::string_view next_line();
  void read_head();
  void read_end();
  [[noreturn]] void refuse_line() const;

  std::function<std::unique_ptr<Source>()> open_;
  std::string name_;
  std::unique_ptr<Source> source_;
  std::unique_ptr<Digest> digest_;
  std::unique_ptr<Parsed> parsed_;
  std::string_view piece_;
  std::string line_;
  std::int64_t number_ = 0;
  std::int64_t tables_ = 0;
  std::int64_t rows_ = 0;
  bool has_line_ = false;  // read, and of the next table or the end
  int step_ = 0;
  DumpedTable table_;
};

}  // namespace vigie
