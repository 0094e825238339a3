// Agreements: who promised what to whom, from when, in which words. Design A1-A7.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/agreement/applicability.h"
#include "engine/agreement/availability_rules.h"
#include "engine/agreement/charges.h"
#include "engine/agreement/clauses.h"
#include "engine/agreement/penalty_schedule.h"
#include "engine/agreement/target.h"
#include "engine/base/fault.h"
#include "engine/base/id.h"
#include "engine/calendar/service_calendar.h"
#include "engine/catalogue/site.h"
#include "engine/party/party.h"

namespace vigie {

/// One promise about one metric of a ticket, and what is promised of it over a period.
struct Commitment {
  std::string id;     // "resolve-p2": stable, in reports and on the command line
  std::string label;  // the parties' own word: "GTR P2"; empty: the metric's word
  Metric metric = Metric::resolution;
  std::string milestone;             // name, when the metric is milestone
  bool workaround_restores = false;  // restoration: a workaround is enough
  Applicability applies_to;
  std::string calendar;  // name of a calendar of the agreement; "always" is 24x7 in its zone
  Within within;
  bool strict = false;  // `under`: met only when counted < target
  Crossing crossing = Crossing::stays;
  Counts counts = Counts::provider_chain;
  StartsAt from = StartsAt::opening;              // an OLA or UC: hand_over
  UpdatesUntil until = UpdatesUntil::resolution;  // next_update
  Passages passages = Passages::cumulate;
  PauseRules pauses;
  OnDowngrade on_downgrade = OnDowngrade::keep_breach;
  ReopeningRules reopening;
  Measurement measurement;
  AvailabilityRules availability;  // metric availability
  std::string clause;              // document and article that it settles; may be empty
  Place place;                     // where it is written
  friend bool operator==(const Commitment&, const Commitment&) = default;
};

/// Rules of exclusion: who may claim, until when, and what silence means. Design J9.
struct ExclusionRules {
  std::optional<Duration> claim_within;   // wall clock since the end of the period
  std::optional<Duration> answer_within;  // wall clock since the claim
  Silence silence = Silence::refuses;
  friend bool operator==(const ExclusionRules&, const ExclusionRules&) = default;
};

/// A claim that one ticket or outage should not be judged under one commitment (empty: under all).
struct Exclusion {
  std::string ticket;
  std::string commitment;
  ExclusionGround ground = ExclusionGround::agreed;
  CivilDay claimed_on;  // dates are days of the agreement's zone
  std::optional<CivilDay> answered_on;
  bool accepted = false;  // the answer, when there is one
  std::string comment;
  std::string outage;  // instead of a ticket
  friend bool operator==(const Exclusion&, const Exclusion&) = default;
};

/// A dated interpretation that both parties accepted; cited by what it settles. Design A5.
struct AgreedReading {
  std::string clause;
  std::optional<CivilDay> on;
  std::string text;
  friend bool operator==(const AgreedReading&, const AgreedReading&) = default;
};

/// A step of the life of a version: state, date, author. Design A3.
struct LifeStep {
  AgreementState state = AgreementState::draft;
  std::optional<CivilDay> on;
  std::string by;
  std::string comment;
  friend bool operator==(const LifeStep&, const LifeStep&) = default;
};

/// Impact x urgency -> priority. Design A5.
struct PriorityMatrix {
  std::map<std::pair<std::string, std::string>, std::string> cells;
  friend bool operator==(const PriorityMatrix&, const PriorityMatrix&) = default;
};

struct Parties {
  std::string provider;  // a company, or for an OLA a team
  std::string customer;
  std::vector<std::string> suppliers;      // engaged by the provider
  std::vector<std::string> customer_side;  // engaged by the customer
  std::string team;                        // an OLA: the team that promises
  friend bool operator==(const Parties&, const Parties&) = default;
};

/// Days on which the version holds, in its zone: first included, last included.
struct InForce {
  CivilDay from;
  std::optional<CivilDay> to;
  friend bool operator==(const InForce&, const InForce&) = default;
};

/// One version of an agreement, complete: nothing is looked up elsewhere to judge a ticket, except
/// zones, holiday sets and sites.
struct Agreement {
  std::string id;
  int version = 1;
  AgreementKind kind = AgreementKind::sla;
  AgreementLevel level = AgreementLevel::service;
  AgreementState state = AgreementState::in_force;
  std::string title;
  Parties between;
  std::vector<Value> customers;  // of its scope: empty = the customer it is with
  std::vector<Value> services;   // empty = all
  Applicability applies_to;      // narrows every commitment
  InForce in_force;
  std::optional<CivilDay> signed_on;
  bool tacit_renewal = false;         // goes on after its last day until a later version or an end
  std::optional<CivilDay> notice_by;  // last day on which either party may give notice
  std::optional<CivilDay> reversibility_until;  // last day of the handing back
  std::optional<CivilDay> judged_until;  // last day judged of tickets open at the end; none: `to`
  std::vector<std::string> documents;    // ranked: the first prevails
  std::string review;                    // how often and where it is reviewed, in words
  std::vector<LifeStep> life;
  std::string zone;  // of its periods and dates
  std::map<std::string, ServiceCalendar> calendars;
  std::map<std::string, SiteTerms> sites;
  std::vector<Commitment> commitments;
  JudgedBy judged_by = JudgedBy::version_at_opening;
  MidPeriod mid_period = MidPeriod::split;
  Takeover takeover = Takeover::none;
  int ramp_up_periods = 0;  // measured and shown without consequence
  bool closed_means_resolved = false;
  MergeOpening merge_opening = MergeOpening::earliest;
  MajorFrom major_from = MajorFrom::declaration;
  CountedChildren counted_children = CountedChildren::root;
  ExclusionRules exclusion_rules;
  std::vector<Exclusion> exclusions;
  std::vector<AgreedReading> agreed_readings;
  PriorityMatrix matrix;
  std::map<std::string, std::string> definitions;
  Charges charges;
  std::optional<PenaltySchedule> penalties;
  std::vector<std::string> underpinned_by;  // ids of OLAs and UCs
  std::string document;                     // file it was read from
  std::string digest;                       // of its text
  friend bool operator==(const Agreement&, const Agreement&) = default;
};

}  // namespace vigie
