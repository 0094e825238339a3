// Rows of an export gathered by ticket, then told as events.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ticket/histories.h"
#include "notation/profile/profile.h"

namespace vigie {

struct GatheringRequest {
  const Profile& profile;
  const Zone* zone;    // that of the profile; null: its fixed offset
  std::string source;  // begins the examples of findings: "export.csv:12"
};

/// Takes rows in the order of the file, whatever the order of their tickets; gives events once all
/// are there, as few as tell the story: an event a change, not a row. Keeps about 20 bytes a row.
class Gathering {
 public:
  Gathering(const GatheringRequest& request, Names& names, Findings& findings);
  ~Gathering();
  Gathering(const Gathering&) = delete;
  Gathering& operator=(const Gathering&) = delete;

  /// `cells` in the order of `columns_of(profile)`. A row without a ticket is left out, one whose
  /// stamp cannot be read changes no state; both are findings.
  void take(std::span<const std::string_view> cells, std::uint64_t line);

  /// Appends the events of each ticket, in the order of their first rows. Call it once, last.
  /// Faults: the values that the profile refuses to leave unmapped; then nothing is appended.
  std::vector<Fault> give(Histories& histories);

 private:
  struct Rows;
  std::unique_ptr<Rows> rows_;
};

}  // namespace vigie
