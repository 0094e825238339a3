#include "usecase/agreement/terms_in_force.h"

#include <utility>

#include "engine/agreement/check_set.h"
#include "engine/base/digest.h"
#include "engine/base/require.h"
#include "store/agreement/agreement.h"

namespace vigie {

struct TermsShelf::Gathered {
  Names names;
  std::vector<Agreement> agreements;
  std::string digest;
};

SharedTerms TermsShelf::terms(Connection& rows) {
  const std::int64_t mark = terms_mark(rows);
  const std::scoped_lock lock{mutex_};
  if (last_ == nullptr || last_->mark != mark) last_ = make(gather(rows), mark);
  return last_;
}

// What is kept was read without fault when it was added.
TermsShelf::Gathered TermsShelf::gather(Connection& rows) {
  Gathered gathered;
  Digest digest;
  for (const KeptDocument& kept : all_documents(rows)) {
    auto read = reader_.read(kept.version.document, kept.reference, gathered.names);
    ensure(read.has_value(), "a document that was taken can be read");
    gathered.agreements.push_back(*std::move(read));
    digest.add(kept.version.digest);
  }
  digest.add(zones_.version());
  gathered.digest = digest.text();
  return gathered;
}

SharedTerms TermsShelf::make(Gathered gathered, std::int64_t mark) {
  auto made = Terms::from(std::move(gathered.agreements), zones_, gathered.names);
  ensure(made.faults.empty(), "documents that were taken make terms");
  return std::make_shared<const TermsInForce>(TermsInForce{.mark = mark,
                                                           .names = gathered.names.table(),
                                                           .terms = std::move(made.terms),
                                                           .digest = std::move(gathered.digest)});
}

Result<Agreement, std::vector<Fault>> TermsShelf::read(std::string_view document, Names& names) {
  return reader_.read(document, "document", names);
}

Result<Terms, std::vector<Fault>> TermsShelf::compile(std::vector<Agreement> agreements,
                                                      Names& names) {
  const std::scoped_lock lock{mutex_};
  auto made = Terms::from(std::move(agreements), zones_, names);
  if (!made.faults.empty()) return std::move(made.faults);
  return std::move(made.terms);
}

Result<Agreement, std::vector<Fault>> TermsShelf::check(Connection& rows,
                                                        std::string_view document) {
  const std::scoped_lock lock{mutex_};
  Gathered gathered = gather(rows);
  auto read = reader_.read(document, "document", gathered.names);
  if (!read) return read.error();
  Agreement agreement = *read;
  gathered.agreements.push_back(*std::move(read));
  SetCheck together = check_agreements(gathered.agreements);
  if (!together.faults.empty()) return std::move(together.faults);
  auto made = Terms::from(std::move(gathered.agreements), zones_, gathered.names);
  if (!made.faults.empty()) return std::move(made.faults);
  return agreement;
}

}  // namespace vigie
