#include <algorithm>

#include "engine/agreement/lifecycle.h"
#include "engine/calendar/compile_hours.h"
#include "engine/clock/terms_compiled.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::string_view always = "always";

/// 24x7 exists in every agreement, in its zone, without being written.
ServiceCalendar always_open(const std::string& zone) {
  ServiceCalendar calendar{.name = std::string{always}, .zone = zone};
  calendar.versions.emplace_back();
  for (DayHours& day : calendar.versions.back().week) {
    day = {{std::chrono::hours{0}, std::chrono::hours{24}}};
  }
  return calendar;
}

/// The zone of an agreement that names none is the one that its calendars share.
std::string zone_name_of(const Agreement& agreement) {
  if (!agreement.zone.empty()) return agreement.zone;
  for (const auto& [name, calendar] : agreement.calendars) {
    if (!calendar.zone.empty()) return calendar.zone;
  }
  return {};
}

/// The day on which a version stopped judging before its term, when its life says so.
std::optional<CivilDay> stopped_on(const Agreement& agreement) {
  for (const LifeStep& step : agreement.life) {
    const bool stops = step.state == AgreementState::suspended ||
                       step.state == AgreementState::expired ||
                       step.state == AgreementState::terminated;
    if (stops && step.on && step.state == agreement.state) return step.on;
  }
  return std::nullopt;
}

Interval holding_of(const Agreement& agreement, const Zone& zone) {
  const Instant from = zone.instant_of_edge(CivilTime{agreement.in_force.from});
  if (!was_signed(agreement.state)) return {from, from};
  auto last = agreement.tacit_renewal ? std::nullopt : agreement.in_force.to;
  if (const auto stop = stopped_on(agreement)) last = last ? std::min(*last, *stop) : *stop;
  if (!last) return {from, agreement.state == AgreementState::suspended ? from : last_instant};
  return {from, zone.instant_of_edge(CivilTime{*last + std::chrono::days{1}})};
}

/// Tickets still open at the end of an agreement are judged to the end of the day that it names.
Instant judged_until(const Agreement& agreement, const Zone& zone, Interval holding) {
  if (!agreement.judged_until) return holding.to;
  const CivilDay next = *agreement.judged_until + std::chrono::days{1};
  return std::max(holding.to, zone.instant_of_edge(CivilTime{next}));
}

}  // namespace

/// Compiles agreement after agreement; faults are gathered, not thrown.
class TermsCompiler {
 public:
  TermsCompiler(ZoneSource& zones, Names& names) : zones_(zones), names_(names) {}

  Terms::Made run(std::vector<Agreement> agreements) {
    compiled_->agreements = std::move(agreements);
    compiled_->zones_version = zones_.version();
    for (const Agreement& agreement : compiled_->agreements) add(agreement);
    Terms::Made made;
    if (faults_.empty()) finish();
    made.terms.compiled_ = compiled_;
    made.faults = std::move(faults_);
    return made;
  }

 private:
  void add(const Agreement& agreement) {
    auto& terms = compiled_->terms.emplace_back();
    const std::string zone = zone_name_of(agreement);
    terms.zone = zones_.find(zone);
    if (terms.zone == nullptr) {
      faults_.push_back({.code = FaultCode::unknown_zone,
                         .arguments = {{"zone", zone}},
                         .place = {.file = agreement.document}});
      return;
    }
    terms.holding = holding_of(agreement, *terms.zone);
    terms.judged_until = judged_until(agreement, *terms.zone, terms.holding);
    for (const Commitment& commitment : agreement.commitments) {
      terms.commitments.push_back(hours_of(agreement, commitment, zone));
    }
    for (const Exclusion& exclusion : agreement.exclusions) {
      if (exclusion.ticket.empty()) continue;
      terms.exclusions.emplace(names_.intern<Ticket>(exclusion.ticket), &exclusion);
    }
  }

  Terms::Compiled::CommitmentHours hours_of(const Agreement& agreement,
                                            const Commitment& commitment, const std::string& zone) {
    Terms::Compiled::CommitmentHours held;
    held.milestone = names_.intern<AttributeValue>(commitment.milestone);
    if (const auto* date = std::get_if<CarriedDate>(&commitment.within)) {
      held.carried_date = names_.intern<AttributeValue>(date->date);
    }
    const auto named = agreement.calendars.find(commitment.calendar);
    const bool is_always = commitment.calendar.empty() || commitment.calendar == always;
    if (named == agreement.calendars.end() && !is_always) {
      faults_.push_back({.code = FaultCode::unknown_calendar,
                         .arguments = {{"calendar", commitment.calendar}},
                         .place = commitment.place});
      return held;
    }
    const ServiceCalendar calendar =
        named == agreement.calendars.end() ? always_open(zone) : named->second;
    held.follows_site = calendar.follows_site();
    const SiteTerms elsewhere{.name = {}, .zone = zone, .holidays = {}};
    held.hours = compile(calendar, commitment, elsewhere, {});
    if (held.follows_site) {
      for (const auto& [name, site] : agreement.sites) {
        if (calendar.zone_of_site && site.zone.empty()) continue;
        held.by_site[names_.intern<AttributeValue>(name)] = compile(calendar, commitment, site, {});
      }
    }
    const std::string& window = commitment.applies_to.window.empty() ? agreement.applies_to.window
                                                                     : commitment.applies_to.window;
    if (!window.empty()) held.window = compile(calendar, commitment, elsewhere, window);
    return held;
  }

  /// The compiled hours, shared by all who ask for the same calendar at the same place.
  const HoursIndex* compile(const ServiceCalendar& calendar, const Commitment& commitment,
                            const SiteTerms& site, const std::string& window) {
    for (const Known& known : known_) {
      if (known.calendar == calendar && known.window == window && known.site == site) {
        return known.hours;
      }
    }
    auto hours = compile_hours(calendar, {.zones = zones_,
                                          .window = window,
                                          .site_zone = site.zone,
                                          .site_holidays = site.holidays});
    if (!hours) {
      Fault fault = hours.error();
      if (fault.place.file.empty()) fault.place = commitment.place;
      faults_.push_back(std::move(fault));
      return nullptr;
    }
    compiled_->hours.push_back(std::move(hours).value());
    known_.push_back({calendar, window, site, &compiled_->hours.back()});
    return known_.back().hours;
  }

  void finish() {
    for (const Agreement& agreement : compiled_->agreements) {
      compiled_->roles.emplace_back(agreement, compiled_->agreements, names_);
      add_own(agreement);
    }
    compiled_->index.emplace(compiled_->agreements, names_);
    const auto count = static_cast<std::uint32_t>(compiled_->agreements.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      auto& versions = compiled_->terms[i].versions;
      for (std::uint32_t k = 0; k < count; ++k) {
        if (compiled_->agreements[k].id == compiled_->agreements[i].id) versions.push_back(k);
      }
      std::stable_sort(versions.begin(), versions.end(), [&](std::uint32_t a, std::uint32_t b) {
        return compiled_->terms[a].holding.from < compiled_->terms[b].holding.from;
      });
    }
    for (std::uint32_t i = 0; i < count; ++i) end_renewal(i);
  }

  /// A version renewed tacitly ends where a later version of the same agreement takes over.
  void end_renewal(std::uint32_t renewed) {
    if (!compiled_->agreements[renewed].tacit_renewal) return;
    Interval& holding = compiled_->terms[renewed].holding;
    for (const std::uint32_t later : compiled_->terms[renewed].versions) {
      const Interval& next = compiled_->terms[later].holding;
      if (next.from > holding.from && !next.is_empty())
        holding.to = std::min(holding.to, next.from);
    }
    auto& terms = compiled_->terms[renewed];
    terms.judged_until = judged_until(compiled_->agreements[renewed], *terms.zone, holding);
  }

  void add_own(const Agreement& agreement) {
    if (agreement.kind == AgreementKind::sla || agreement.commitments.empty()) return;
    const auto index = static_cast<std::size_t>(&agreement - compiled_->agreements.data());
    Terms::Compiled::Own own{.hours = compiled_->terms[index].commitments.front().hours};
    const Parties& between = agreement.between;
    if (agreement.kind == AgreementKind::ola) {
      own.team = names_.intern<Team>(between.team.empty() ? between.provider : between.team);
    } else {
      own.party = names_.intern<Party>(between.provider);
    }
    compiled_->own.push_back(own);
  }

  struct Known {
    ServiceCalendar calendar;
    std::string window;
    SiteTerms site;
    const HoursIndex* hours;
  };

  ZoneSource& zones_;
  Names& names_;
  std::shared_ptr<Terms::Compiled> compiled_ = std::make_shared<Terms::Compiled>();
  std::vector<Known> known_;
  std::vector<Fault> faults_;
};

Terms::Made Terms::from(std::vector<Agreement> agreements, ZoneSource& zones, Names& names) {
  return TermsCompiler{zones, names}.run(std::move(agreements));
}

}  // namespace vigie
