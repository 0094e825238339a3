#include "usecase/agreement/terms_in_force.h"

#include <algorithm>
#include <utility>

#include "engine/agreement/check_set.h"
#include "engine/agreement/lifecycle.h"
#include "engine/base/digest.h"
#include "engine/base/require.h"
#include "store/agreement/life.h"
#include "store/people/site.h"
#include "usecase/agreement/charges_of_contract.h"
#include "usecase/typed_text.h"
#include "usecase/warning/rules_in_force.h"

namespace vigie {

namespace {

/// What its life says, instead of what its document said of it when it was written.
Agreement as_it_stands(Agreement agreement, const StandingVersion& kept) {
  agreement.state = kept.state;
  if (kept.last_day && is_stopped(kept.state)) stop_after(agreement, *kept.last_day);
  return agreement;
}

/// Sites that are kept, for the agreements of their customers that do not say them themselves.
/// `other`: in the place of the one of its reference; may be none.
void add_sites(Connection& rows, const SiteRow* other, std::vector<Agreement>& agreements,
               Digest& digest) {
  for (SiteOfCustomer& site : all_sites(rows)) {
    if (other != nullptr && other->reference == site.row.reference) site.row = *other;
    SiteTerms terms{
        .name = site.row.designation, .zone = site.row.zone, .holidays = words_in(site.row)};
    for (Agreement& agreement : agreements) {
      if (agreement.between.customer == site.customer) agreement.sites.emplace(terms.name, terms);
    }
    digest.add(site.customer + "/" + terms.name + "/" + terms.zone + "/" + site.row.holidays);
  }
}

}  // namespace

struct TermsShelf::Gathered {
  Names names;
  std::vector<Agreement> agreements;
  std::string digest;
  std::vector<Fault> faults;  // of a document that is not kept yet
  std::vector<std::string> with_charges;
};

SharedTerms TermsShelf::terms(Connection& rows) {
  const TermsMarks marks = terms_marks(rows);
  const std::scoped_lock lock{mutex_};
  const bool is_new = last_ == nullptr || last_->mark != marks.terms;
  if (!is_new && last_->rules->mark == marks.rules) return last_;
  auto made =
      is_new ? make(gather(rows, nullptr), marks.terms) : std::make_shared<TermsInForce>(*last_);
  made->rules = read_rules(rows, marks.rules);
  return last_ = std::move(made);
}

// What is kept was read without fault when it was added.
TermsShelf::Gathered TermsShelf::gather(Connection& rows, const StandingVersion* other,
                                        const SiteRow* site) {
  Gathered gathered;
  Digest digest;
  for (const StandingVersion& kept : standing_versions(rows)) {
    const bool is_other =
        other != nullptr && other->agreement == kept.agreement && other->number == kept.number;
    const StandingVersion& told = is_other ? *other : kept;
    auto read = reader_.read(told.document, told.reference, gathered.names);
    if (is_other && !read) {
      gathered.faults = std::move(read.error());
      return gathered;
    }
    ensure(read.has_value(), "a document that was taken can be read");
    gathered.agreements.push_back(as_it_stands(*std::move(read), told));
    if (!was_signed(told.state)) continue;  // judges nothing
    digest.add(told.digest);
    digest.add(key_of(told.state));
    if (told.last_day) digest.add(std::to_string(told.last_day->time_since_epoch().count()));
  }
  add_sites(rows, site, gathered.agreements, digest);
  gathered.with_charges = with_charges_of_their_own(gathered.agreements);
  add_charges_of_contracts(rows, gathered.agreements, digest);
  digest.add(zones_.version());
  gathered.digest = digest.text();
  return gathered;
}

std::shared_ptr<TermsInForce> TermsShelf::make(Gathered gathered, std::int64_t mark) {
  end_what_is_amended(gathered.agreements);
  auto made = Terms::from(std::move(gathered.agreements), zones_, gathered.names);
  ensure(made.faults.empty(), "documents that were taken make terms");
  auto in_force =
      std::make_shared<TermsInForce>(TermsInForce{.mark = mark,
                                                  .names = gathered.names.table(),
                                                  .terms = std::move(made.terms),
                                                  .digest = std::move(gathered.digest),
                                                  .with_charges = std::move(gathered.with_charges),
                                                  .by_id = {},
                                                  .rules = {}});
  const std::vector<Agreement>& all = in_force->terms.agreements();
  for (std::uint32_t k = 0; k < all.size(); ++k) {
    in_force->by_id.emplace(std::pair{all[k].id, std::int64_t{all[k].version}}, k);
  }
  return in_force;
}

Result<Agreement, std::vector<Fault>> TermsShelf::check_together(Gathered gathered,
                                                                 const Agreement& asked) {
  end_what_is_amended(gathered.agreements);
  SetCheck together = check_agreements(gathered.agreements);
  if (!together.faults.empty()) return std::move(together.faults);
  auto made = Terms::from(std::move(gathered.agreements), zones_, gathered.names);
  if (!made.faults.empty()) return std::move(made.faults);
  return asked;
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

void TermsShelf::set_sites(Connection& rows, const SiteRow& changed,
                           std::vector<Agreement>& agreements) {
  const std::scoped_lock lock{mutex_};
  Gathered gathered = gather(rows, nullptr, &changed);
  require(gathered.agreements.size() == agreements.size(), "they are those in force");
  for (std::size_t i = 0; i < agreements.size(); ++i) {
    require(gathered.agreements[i].id == agreements[i].id, "in their order");
    agreements[i].sites = std::move(gathered.agreements[i].sites);
  }
}

Result<Agreement, std::vector<Fault>> TermsShelf::check(Connection& rows,
                                                        std::string_view document) {
  const std::scoped_lock lock{mutex_};
  Gathered gathered = gather(rows, nullptr);
  auto read = reader_.read(document, "document", gathered.names);
  if (!read) return read.error();
  const Agreement asked = *read;
  gathered.agreements.push_back(*std::move(read));
  Digest unused;
  add_charges_of_contracts(rows, gathered.agreements, unused);
  return check_together(std::move(gathered), asked);
}

Result<Agreement, std::vector<Fault>> TermsShelf::check_instead(Connection& rows,
                                                                const StandingVersion& other) {
  const std::scoped_lock lock{mutex_};
  Gathered gathered = gather(rows, &other);
  if (!gathered.faults.empty()) return std::move(gathered.faults);
  Names names;
  auto read = reader_.read(other.document, other.reference, names);
  ensure(read.has_value(), "a document that was gathered can be read");
  return check_together(std::move(gathered), *read);
}

std::vector<Fault> TermsShelf::faults(Connection& rows) {
  const std::scoped_lock lock{mutex_};
  Gathered gathered = gather(rows, nullptr);
  end_what_is_amended(gathered.agreements);
  return check_agreements(gathered.agreements).faults;
}

const Zone* TermsShelf::zone(std::string_view name) {
  const std::scoped_lock lock{mutex_};
  return zones_.find(name);
}

std::optional<std::uint32_t> TermsInForce::version_called(const std::string& id,
                                                          std::int64_t number) const {
  const auto found = by_id.find({id, number});
  return found == by_id.end() ? std::nullopt : std::optional{found->second};
}

std::optional<std::uint32_t> TermsInForce::version(std::string_view reference,
                                                   std::int64_t number) const {
  const std::vector<Agreement>& all = terms.agreements();
  const auto found = std::ranges::find_if(all, [&](const Agreement& each) {
    return each.version == number && reference_from(each.id) == reference;
  });
  if (found == all.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - all.begin());
}

}  // namespace vigie
