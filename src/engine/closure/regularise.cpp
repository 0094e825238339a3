#include "engine/closure/regularise.h"

#include <algorithm>
#include <memory>

#include "engine/clock/calculation.h"
#include "engine/closure/counted.h"
#include "engine/closure/figures.h"
#include "engine/closure/known.h"
#include "engine/closure/news.h"
#include "engine/closure/price.h"
#include "engine/compliance/tally_fields.h"

namespace vigie {

namespace {

using TicketKey = std::pair<std::string, std::uint16_t>;

/// What is regularised: pending and overdue stand beside the rate.
Tally official(Tally tally) {
  tally.pending = 0;
  tally.overdue_open = 0;
  return tally;
}

bool is_timed(Statistic statistic) {
  return statistic != Statistic::ratio && statistic != Statistic::count;
}

bool moved(const CountedTicket& before, const CountedTicket& now, Statistic statistic) {
  return before.counted != now.counted || (is_timed(statistic) && before.elapsed != now.elapsed);
}

Tally contribution(const MovedTicket& ticket) {
  const auto of = [](const std::optional<CountedTicket>& one) {
    return one ? tally_of({*one}) : Tally{};
  };
  return of(ticket.now) - of(ticket.before);
}

/// The tickets that count otherwise: those of before in their order, then the new ones.
std::vector<MovedTicket> moved_tickets(const ClosedTarget& before, const ClosedTarget& now) {
  std::map<TicketKey, const CountedTicket*> left;
  for (const CountedTicket& ticket : now.tickets) left[{ticket.ticket, ticket.cycle}] = &ticket;
  std::vector<MovedTicket> all;
  std::set<TicketKey> known;
  for (const CountedTicket& ticket : before.tickets) {
    const TicketKey key{ticket.ticket, ticket.cycle};
    known.insert(key);
    const auto same = left.find(key);
    if (same == left.end()) {
      all.push_back({.before = ticket, .now = std::nullopt});
    } else if (moved(ticket, *same->second, now.statistic)) {
      all.push_back({.before = ticket, .now = *same->second});
    }
  }
  for (const CountedTicket& ticket : now.tickets) {
    if (!known.contains({ticket.ticket, ticket.cycle})) {
      all.push_back({.before = std::nullopt, .now = ticket});
    }
  }
  return all;
}

/// One agreement: what is known of its closed periods against what is judged now.
class AgreementReview {
 public:
  AgreementReview(const RegulariseRequest& request, const std::string& id,
                  const KnownAgreement& known)
      : request_(request),
        id_(id),
        known_(known),
        news_(request.histories, request.names, known.basis),
        tickets_(request.evaluation, request.terms, request.names, {{id, known.closed}}) {
    for (std::uint32_t i = 0; i < request.terms.agreements().size(); ++i) {
      const Agreement& version = request.terms.agreement(i);
      if (version.id != id) continue;
      any_version_ = i;
      const auto closed =
          std::find_if(known.versions.begin(), known.versions.end(),
                       [&](const ClosedVersion& one) { return one.version == version.version; });
      const bool same = closed != known.versions.end() && closed->digest == version.digest;
      terms_moved_ = terms_moved_ || !same;
    }
    calculation_moved_ = known.basis.calculation != calculation_version ||
                         known.basis.zones != request.terms.zones_version();
  }

  void run(Regularised& regularised) {
    for (const auto& [name, known] : known_.periods) {
      if (known_.closed.contains(name)) review(name, known, regularised.figures);
    }
  }

  bool terms_moved() const { return terms_moved_; }

 private:
  using TargetKey = std::pair<int, std::string>;
  struct Now {
    ClosedTarget target;
    std::uint32_t agreement = 0;
    std::uint32_t commitment = 0;
  };

  /// A target of a period then and now; a period without a ticket may have no figure at all.
  struct Pair {
    const ClosedTarget& closed;
    const ClosedTarget& now;
    bool both_judged = true;
  };

  void review(const std::string& period, const KnownPeriod& known,
              std::vector<Regularisation>& all) {
    std::map<TargetKey, Now> now = judged_now(period);
    std::set<TargetKey> keys;
    for (const auto& [key, target] : known.targets) keys.insert(key);
    for (const auto& [key, target] : now) keys.insert(key);
    for (const TargetKey& key : keys) {
      const auto closed = known.targets.find(key);
      const auto today = now.find(key);
      ClosedTarget nothing{.version = key.first, .target = key.second};
      const bool is_new = closed == known.targets.end();
      const bool is_gone = today == now.end();
      const ClosedTarget& some = is_new ? today->second.target : closed->second;
      nothing.metric = some.metric;
      nothing.statistic = some.statistic;
      nothing.attainment.period = period;
      nothing.attainment.interval = some.attainment.interval;
      compare({.closed = is_new ? nothing : closed->second,
               .now = is_gone ? nothing : today->second.target,
               .both_judged = !is_new && !is_gone},
              all);
      if (!all.empty() && all.back().booked_in.empty()) {
        all.back().booked_in = is_gone
                                   ? open_period(any_version_, 0, some.attainment.interval)
                                   : open_period(today->second.agreement, today->second.commitment,
                                                 some.attainment.interval);
      }
    }
  }

  std::map<TargetKey, Now> judged_now(const std::string& period) const {
    std::map<TargetKey, Now> now;
    for (const TargetResult& result : request_.evaluation.targets) {
      const Agreement& version = request_.terms.agreement(result.agreement);
      if (version.id != id_) continue;
      const Commitment& commitment = version.commitments[result.commitment];
      for (const Attainment& attainment : result.periods) {
        if (attainment.period != period) continue;
        now[{version.version, commitment.id}] = {
            .target = {.version = version.version,
                       .target = commitment.id,
                       .metric = commitment.metric,
                       .statistic = commitment.measurement.statistic,
                       .attainment = attainment,
                       .tickets = tickets_.of(result.agreement, result.commitment, period)},
            .agreement = result.agreement,
            .commitment = result.commitment};
      }
    }
    return now;
  }

  void compare(const Pair& pair, std::vector<Regularisation>& all) const {
    const ClosedTarget& closed = pair.closed;
    const ClosedTarget& now = pair.now;
    Regularisation found{.agreement = id_,
                         .version = closed.version,
                         .target = closed.target,
                         .period = closed.attainment.period,
                         .booked_in = {},
                         .closed = closed.attainment,
                         .now = now.attainment};
    std::map<RegularisationCause, RegularisationLine> lines;
    Tally explained;
    for (MovedTicket& ticket : moved_tickets(closed, now)) {
      ticket.cause = cause_of(ticket);
      RegularisationLine& line = lines[ticket.cause];
      line.cause = ticket.cause;
      const Tally difference = contribution(ticket);
      line.difference = official(line.difference + difference);
      explained = explained + difference;
      line.tickets.push_back(std::move(ticket));
    }
    const Tally left = found.difference() - official(explained);
    const bool figure_moved = pair.both_judged && !same_official(closed.attainment, now.attainment);
    if (left != Tally{} || (figure_moved && lines.empty())) {
      const RegularisationCause cause = cause_without_ticket(found);
      RegularisationLine& line = lines[cause];
      line.cause = cause;
      line.difference = line.difference + left;
    }
    for (auto& [cause, line] : lines) found.lines.push_back(std::move(line));
    if (!found.lines.empty()) all.push_back(std::move(found));
  }

  static bool same_official(Attainment a, Attainment b) {
    for (Attainment* one : {&a, &b}) {
      one->gross = one->net_claimed = {};
      if (one->availability) {
        one->availability->gross = one->availability->claimed = {};
        one->availability->ignored = 0;
      }
      one->net_agreed = official(one->net_agreed);
      one->partial = false;
      one->interval = {};
      one->ramp_up = one->small_sample = one->voided_by_volume = false;
    }
    return same_attainment(a, b);
  }

  RegularisationCause cause_of(const MovedTicket& ticket) const {
    const bool both = ticket.before && ticket.now;
    if (both && ticket.before->gross == ticket.now->gross &&
        ticket.before->counted != ticket.now->counted) {
      return ticket.now->counted == Verdict::excluded ? RegularisationCause::exclusion
                                                      : RegularisationCause::exclusion_withdrawn;
    }
    if (const auto cause = news_.of(ticket.ticket())) return *cause;
    return cause_of_terms().value_or(RegularisationCause::correction);
  }

  std::optional<RegularisationCause> cause_of_terms() const {
    if (terms_moved_) return RegularisationCause::amendment;
    if (calculation_moved_) return RegularisationCause::calculation;
    return std::nullopt;
  }

  RegularisationCause cause_without_ticket(const Regularisation& found) const {
    if (const auto cause = cause_of_terms()) return *cause;
    const bool is_available = found.closed.availability || found.now.availability;
    return is_available ? RegularisationCause::outage : RegularisationCause::period_clause;
  }

  std::string open_period(std::uint32_t agreement, std::uint32_t commitment,
                          Interval closed) const {
    return first_open_period(period_terms_of(request_.terms, agreement, commitment), closed,
                             known_.closed);
  }

  const RegulariseRequest& request_;
  const std::string& id_;
  const KnownAgreement& known_;
  News news_;
  CountedTickets tickets_;
  std::uint32_t any_version_ = 0;
  bool terms_moved_ = false;
  bool calculation_moved_ = false;
};

}  // namespace

Tally operator+(const Tally& a, const Tally& b) {
  Tally sum;
  for (const auto& [name, count] : tally_fields) sum.*count = a.*count + b.*count;
  return sum;
}

Tally operator-(const Tally& a, const Tally& b) {
  Tally difference;
  for (const auto& [name, count] : tally_fields) difference.*count = a.*count - b.*count;
  return difference;
}

Tally Regularisation::difference() const {
  return official(now.net_agreed) - official(closed.net_agreed);
}

Regularised regularise(const RegulariseRequest& request) {
  Regularised regularised;
  for (const auto& [id, known] : known_of(request.closures)) {
    const bool is_given =
        std::any_of(request.terms.agreements().begin(), request.terms.agreements().end(),
                    [&, &agreement = id](const Agreement& one) { return one.id == agreement; });
    if (!is_given) continue;
    const std::size_t first = regularised.figures.size();
    AgreementReview review{request, id, known};
    review.run(regularised);
    if (request.ledger == nullptr) continue;
    price({.request = request,
           .agreement = id,
           .known = known,
           .figures = {regularised.figures.begin() + static_cast<std::ptrdiff_t>(first),
                       regularised.figures.end()},
           .terms_moved = review.terms_moved()},
          regularised.amounts);
  }
  return regularised;
}

}  // namespace vigie
