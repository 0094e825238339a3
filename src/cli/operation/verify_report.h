// What `vigie verify` found, with what each damaged row was about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/journal/journal_head.h"
#include "store/journal/verify.h"

namespace vigie {

/// The act that a damaged row belongs to; none when it is gone.
struct DamagedAct {
  ActWord word{};
  Thing thing{};
  std::string reference;
  Instant at;
  std::string who;  // reference; empty: the program itself
};

struct ToldDamage {
  Damage damage;
  std::optional<DamagedAct> act;
};

struct ErasedPerson {
  std::string reference;
  Instant at;
  std::string by;  // reference; empty: the program itself, or nobody knows
};

struct VerifyReport {
  Verification found;
  std::vector<ToldDamage> damages;
  std::vector<ErasedPerson> erased;
  JournalHead head;
};

/// `expected`: a head that was noted earlier; none is compared without it.
VerifyReport verify_report(Database& database, const SealingKey& key,
                           const std::optional<JournalHead>& expected,
                           const std::function<void(std::int64_t, std::int64_t)>& progress);

/// A page for people, and the same for programs.
std::string verify_page(const VerifyReport& report, Language language);
std::string verify_json(const VerifyReport& report);

}  // namespace vigie
