// The values of a column as small numbers, each understood once.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/base/finding.h"
#include "notation/profile/profile.h"
#include "vocabulary/fault.h"
#include "vocabulary/finding.h"

namespace vigie {

/// Gives each distinct cell a code and what it means: `Made` is made from the profile's `Meaning`,
/// or from the cell alone when the profile does not know it. Code 0: the cell says nothing.
template <class Meaning, class Made>
class CellCodes {
 public:
  using Make = std::function<Made(const Meaning*, std::string_view cell)>;

  CellCodes(const ExportColumn& column, const ValueMap<Meaning>& map, Make make)
      : column_(column), map_(map), make_(std::move(make)) {
    known_.push_back({});
  }

  std::uint32_t code_of(std::string_view cell) {
    if (cell.empty()) return 0;
    if (cell != known_[last_].text) {
      const auto found = codes_.find(cell);
      last_ = found != codes_.end() ? found->second : add(cell);
    }
    ++known_[last_].count;
    return last_;
  }

  const Made& of(std::uint32_t code) const { return known_[code].made; }

  /// Counts what the profile does not map, or refuses it, as the profile says.
  void report_unmapped(Findings& findings, std::vector<Fault>& faults) const {
    if (map_.unmapped == Unmapped::keep || map_.fallback) return;
    for (const Known& known : known_) {
      if (known.is_mapped || known.text.empty()) continue;
      if (map_.unmapped == Unmapped::finding) {
        findings.add(FindingCode::unmapped_value, column_.name + ": " + known.text, known.count);
        continue;
      }
      Fault fault;
      fault.code = FaultCode::value_unmapped;
      fault.arguments = {
          {"value", known.text}, {"column", column_.name}, {"count", std::to_string(known.count)}};
      fault.place = column_.place;
      faults.push_back(std::move(fault));
    }
  }

 private:
  struct Known {
    std::string text;
    Made made{};
    bool is_mapped = false;
    std::uint64_t count = 0;
  };

  std::uint32_t add(std::string_view cell) {
    const Meaning* meaning = map_.fallback ? &*map_.fallback : nullptr;
    for (const auto& [value, means] : map_.values) {
      if (value == cell) meaning = &means;
    }
    const auto code = static_cast<std::uint32_t>(known_.size());
    known_.push_back({std::string{cell}, make_(meaning, cell), meaning != nullptr, 0});
    codes_.emplace(known_.back().text, code);
    return code;
  }

  ExportColumn column_;
  const ValueMap<Meaning>& map_;
  Make make_;
  std::deque<Known> known_;
  std::unordered_map<std::string_view, std::uint32_t> codes_;  // looked up, never walked
  std::uint32_t last_ = 0;
};

}  // namespace vigie
