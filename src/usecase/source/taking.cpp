#include "usecase/source/taking.h"

#include <algorithm>
#include <map>

#include "engine/base/digest.h"
#include "usecase/source/known_items.h"
#include "usecase/source/outage_plan.h"
#include "usecase/typed_text.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

constexpr std::chrono::minutes most_ahead{5};  // of the database's clock: design E6

/// 32 digits of a digest, as bytes.
Bytes digest_as_bytes(std::string_view text) {
  const std::string digest = digest_of(text);
  const auto bytes = std::as_bytes(std::span{digest});
  return {bytes.begin(), bytes.end()};
}

/// Finds the customers that alerts name, each once.
class CustomersNamed {
 public:
  CustomersNamed(Connection& rows, const KeptSource& source) : rows_{rows}, source_{source} {}

  /// Sets the customer, or why it cannot be.
  void set(const std::string& name, AlertRow& row) {
    row.customer = source_.row.customer;
    if (name.empty()) return;
    const auto& found = find(name);
    if (found) {
      row.customer = found;
    } else if (row.finding.empty()) {
      row.finding = key_of(FindingCode::alert_customer_unknown);
    }
  }

 private:
  const std::optional<Key<PartyRow>>& find(const std::string& name) {
    const auto known = known_.find(name);
    if (known != known_.end()) return known->second;
    auto party = party_by_designation(rows_, name);
    const auto reference = reference_from(name);
    if (!party && reference) party = party_by_reference(rows_, Scope::whole(), *reference);
    if (party && !may_name(party->key)) party.reset();
    return known_.emplace(name, party ? std::optional{party->key} : std::nullopt).first->second;
  }

  /// A source of one customer tells of that one and its parts alone.
  bool may_name(Key<PartyRow> party) const {
    if (!source_.row.customer) return true;
    return std::ranges::binary_search(parties_within(rows_, *source_.row.customer), party);
  }

  Connection& rows_;
  const KeptSource& source_;
  std::map<std::string, std::optional<Key<PartyRow>>> known_;
};

AlertRow row_of(const AlertSaid& said, const KeptSource& source, Instant now) {
  AlertRow row{.source = source.key,
               .fingerprint = said.fingerprint,
               .item = said.item,
               .title = said.title,
               .weight = said.weight,
               .began_at = said.began.value_or(now),
               .ended_at = said.ended,
               .heard_at = now};
  if (said.finding) row.finding = key_of(*said.finding);
  const Instant latest = now + most_ahead;
  if (row.began_at > latest) row.finding = key_of(FindingCode::alert_ahead);
  return row;
}

}  // namespace

FactsTaken take_alerts(Desk& desk, TermsShelf& shelf, const AlertsToTake& asked) {
  const auto& [source, now, said] = asked;
  FactsTaken taken{.alerts = std::ssize(said)};
  std::vector<std::pair<std::string, AlertTimes>> alerts;  // in the order of the call
  std::map<std::string_view, std::size_t> places;
  CustomersNamed customers{desk.rows(), source};
  KnownItems items{desk.rows(), shelf.terms(desk.rows())};
  alerts.reserve(said.size());
  for (const AlertSaid& each : said) {
    const bool is_forgotten = each.ended && *each.ended < now - alerts_are_kept;
    if (is_forgotten) {
      ++taken.ignored;
      continue;
    }
    const auto [place, is_new] = places.try_emplace(each.fingerprint, alerts.size());
    if (is_new) {
      alerts.emplace_back(each.fingerprint,
                          times_of_alert(desk.rows(), source.key, each.fingerprint));
    }
    AlertRow row = row_of(each, source, now);
    customers.set(each.customer, row);
    if (row.finding.empty() && !items.has(row.item)) {
      row.finding = key_of(FindingCode::alert_service_unknown);
    }
    taken.kept += row.finding.empty() ? 0 : 1;
    alerts[place->second].second.take(std::move(row), each.is_sample, each.ended.has_value());
  }
  OutagePlan plan{desk.rows(), source, now};
  for (auto& [fingerprint, times] : alerts) plan.add(std::move(times));
  const OutagesChanged changed = plan.carry_out(desk);
  taken.opened = changed.opened;
  taken.ended = changed.ended;
  taken.corrected = changed.corrected;
  return taken;
}

Outcome<std::string> take_call(Installation& here, const CallToTake& asked,
                               const std::function<std::string(const FactsTaken&)>& answer_of) {
  const Caller caller = caller_of_source(asked.origin);
  return perform(here, caller, asked.permission, [&](Desk& desk) -> Outcome<std::string> {
    const auto heard = let_in(desk.rows(), desk.key(), asked.call);
    if (!heard) return heard.error();
    touch_source(desk.rows(), heard->source.key, heard->now);
    FactReceiptRow receipt{.source = heard->source.key,
                           .call = digest_as_bytes(asked.call.id),
                           .body = digest_as_bytes(asked.call.body),
                           .answer = {},
                           .at = heard->now};
    const bool has_id = !asked.call.signatures.empty();
    if (has_id) {
      if (const auto first = receipt_of(desk.rows(), receipt.source, receipt.call)) {
        if (first->body == receipt.body) return first->answer;
        return refused(Refusal::call_id_reused, {{"id", std::string{asked.call.id}}});
      }
    }
    const auto taken = asked.take(desk, heard->source, heard->now);
    if (!taken) return taken.error();
    receipt.answer = answer_of(*taken);
    if (has_id) add_receipt(desk.rows(), receipt);
    return receipt.answer;
  });
}

}  // namespace vigie
