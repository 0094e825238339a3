// A table as an .xlsx file.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "document/sheet_cell.h"
#include "engine/time/zone.h"

namespace vigie {

/// Rows go to the disk as they come, whatever their number: one row in memory. A text is cut after
/// the 32,767 characters that a cell can hold, and is never a formula. Rows beyond 1,048,575, or a
/// disk that is full, throw std::runtime_error: the world's fault.
/// Source: ECMA-376, part 1, 18.3.1 (worksheets), 18.8.30 (number formats).
class Workbook {
 public:
  /// `sheet` is the name of the table's tab: at most 31 characters, none of []:*?/\ . Instants are
  /// written in `zone`, which lives longer.
  Workbook(const std::string& sheet, std::span<const std::string> titles, const Zone& zone);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// As many cells as there are titles.
  void add(std::span<const SheetCell> row);

  /// The whole file, with a last sheet named `about` that says these things, a name and a text a
  /// line. Once.
  std::string finish(const std::string& about,
                     std::span<const std::pair<std::string, std::string>> things);

 private:
  struct Open;
  std::unique_ptr<Open> open_;
};

}  // namespace vigie
