#include "notation/closure/closure_shelf.h"

#include <algorithm>
#include <tuple>

#include "vocabulary/fault.h"

namespace vigie {

namespace {

std::string name_of(const Closure& closure) { return closure.agreement + " " + closure.period; }

bool same_period(const Closure& a, const Closure& b) {
  return a.agreement == b.agreement && a.period == b.period;
}

bool is_given(const Terms& terms, const std::string& id, int version) {
  return std::any_of(terms.agreements().begin(), terms.agreements().end(),
                     [&](const Agreement& one) { return one.id == id && one.version == version; });
}

Fault refused(FaultCode code, const ShelvedClosure& shelved, const std::string& agreement) {
  Fault fault{.code = code};
  fault.arguments.emplace_back("file", shelved.file);
  fault.arguments.emplace_back("agreement", agreement);
  fault.place.file = shelved.file;
  return fault;
}

void check_terms(const ShelvedClosure& shelved, const Terms& terms, std::vector<Fault>& faults) {
  const Closure& closure = shelved.closure;
  for (const ClosedTarget& target : closure.targets) {
    if (is_given(terms, closure.agreement, target.version)) continue;
    faults.push_back(refused(FaultCode::closure_without_terms, shelved,
                             closure.agreement + "@" + std::to_string(target.version)));
    faults.back().cures.push_back({"--agreements FOLDER", CureWord::all_versions});
    return;
  }
}

/// What is wrong with `one` beside the revision that stands before it; `before` may be null.
void check_revision(const ShelvedClosure& one, const ShelvedClosure* before,
                    std::vector<Fault>& faults) {
  const Closure& closure = one.closure;
  const int expected = before == nullptr ? 1 : before->closure.revision + 1;
  if (before != nullptr && closure.revision == before->closure.revision) {
    faults.push_back(refused(FaultCode::closure_twice, one, name_of(closure)));
    faults.back().arguments.emplace_back("other", before->file);
  } else if (closure.revision != expected ||
             (before != nullptr && closure.reopens != before->closure.digest)) {
    faults.push_back(refused(FaultCode::closure_without_first, one, name_of(closure)));
  }
}

}  // namespace

ClosureShelf shelve(std::vector<ShelvedClosure> files, const Terms& terms) {
  std::stable_sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
    const auto key = [](const Closure& one) {
      return std::tie(one.agreement, one.period, one.revision);
    };
    return key(a.closure) < key(b.closure);
  });
  ClosureShelf shelf;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const bool follows = i > 0 && same_period(files[i - 1].closure, files[i].closure);
    check_revision(files[i], follows ? &files[i - 1] : nullptr, shelf.faults);
    const bool is_last =
        i + 1 == files.size() || !same_period(files[i].closure, files[i + 1].closure);
    if (is_last) check_terms(files[i], terms, shelf.faults);
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    const bool is_last =
        i + 1 == files.size() || !same_period(files[i].closure, files[i + 1].closure);
    if (is_last) shelf.closures.push_back(std::move(files[i].closure));
  }
  std::stable_sort(shelf.closures.begin(), shelf.closures.end(), [](const auto& a, const auto& b) {
    return std::tie(a.agreement, a.basis.as_of) < std::tie(b.agreement, b.basis.as_of);
  });
  return shelf;
}

}  // namespace vigie
