#include "notation/agreement_life.h"

#include "notation/agreement_clause.h"
#include "notation/scalar_date.h"
#include "notation/scalar_duration.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

LifeStep read_step(const YamlNode& node, Faults& faults) {
  Clauses clauses{node, "life", faults, {.describes = describes<ClauseSection::life>}};
  LifeStep step;
  read_word(clauses, "state", step.state);
  if (node.find("state") == nullptr) clauses.refuse_missing("state");
  read_scalar(clauses, "on", date_from, step.on);
  read_text(clauses, "by", step.by);
  read_text(clauses, "comment", step.comment);
  clauses.refuse_unknown();
  return step;
}

Exclusion read_exclusion(const YamlNode& node, Faults& faults) {
  Clauses clauses{node, "exclusions", faults, {.describes = describes<ClauseSection::exclusion>}};
  Exclusion exclusion;
  read_text(clauses, "ticket", exclusion.ticket);
  read_text(clauses, "outage", exclusion.outage);
  const bool names_one = exclusion.ticket.empty() != exclusion.outage.empty();
  if (!names_one && exclusion.ticket.empty()) clauses.refuse_missing("ticket");
  if (!names_one && !exclusion.ticket.empty()) {
    clauses.add(
        node_fault(FaultCode::clause_without_use, *node.find("outage"), {{"key", "outage"}}));
  }
  read_text(clauses, "target", exclusion.commitment);
  read_word(clauses, "ground", exclusion.ground);
  read_scalar(clauses, "claimed_on", date_from, exclusion.claimed_on);
  if (node.find("claimed_on") == nullptr) clauses.refuse_missing("claimed_on");
  read_scalar(clauses, "answered_on", date_from, exclusion.answered_on);
  read_flag(clauses, "accepted", exclusion.accepted);
  if (node.find("accepted") != nullptr && node.find("answered_on") == nullptr) {
    clauses.refuse_missing("answered_on");
  }
  read_text(clauses, "comment", exclusion.comment);
  clauses.refuse_unknown();
  return exclusion;
}

AgreedReading read_reading(const YamlNode& node, Faults& faults) {
  Clauses clauses{
      node, "agreed_readings", faults, {.describes = describes<ClauseSection::agreed_reading>}};
  AgreedReading reading;
  read_text(clauses, "clause", reading.clause);
  read_scalar(clauses, "on", date_from, reading.on);
  read_text(clauses, "text", reading.text);
  if (node.find("text") == nullptr) clauses.refuse_missing("text");
  clauses.refuse_unknown();
  return reading;
}

void read_in_force(Clauses& clauses, InForce& in_force) {
  const YamlNode* node = clauses.find_mapping("in_force");
  if (node == nullptr) return;
  Clauses own{
      *node, "in_force", clauses.faults(), {.describes = describes<ClauseSection::in_force>}};
  read_scalar(own, "from", date_from, in_force.from);
  read_scalar(own, "to", date_from, in_force.to);
  own.refuse_unknown();
  if (in_force.to && *in_force.to < in_force.from) {
    clauses.add(
        node_fault(FaultCode::dates_reversed, *node,
                   {{"first", date_text(in_force.from)}, {"last", date_text(*in_force.to)}}));
  }
}

/// priorities: {high: {high: P1, low: P2}, low: {high: P3, low: P4}}: impact, then urgency.
void read_matrix(Clauses& clauses, PriorityMatrix& matrix) {
  const YamlNode* node = clauses.find_mapping("priorities");
  if (node == nullptr) return;
  for (const auto& impact : node->entries) {
    if (impact.value.kind != YamlKind::mapping) {
      clauses.add(wrong_shape(impact.value, impact.key, YamlKind::mapping));
    }
    for (const auto& urgency : impact.value.entries) {
      if (urgency.value.kind == YamlKind::scalar) {
        matrix.cells[{impact.key, urgency.key}] = urgency.value.text;
      } else {
        clauses.add(wrong_shape(urgency.value, urgency.key, YamlKind::scalar));
      }
    }
  }
}

}  // namespace

void read_life(Clauses& clauses, Agreement& agreement) {
  read_word(clauses, "state", agreement.state);
  read_in_force(clauses, agreement.in_force);
  read_scalar(clauses, "signed_on", date_from, agreement.signed_on);
  read_flag(clauses, "tacit_renewal", agreement.tacit_renewal);
  read_scalar(clauses, "notice_by", date_from, agreement.notice_by);
  read_scalar(clauses, "reversibility_until", date_from, agreement.reversibility_until);
  read_scalar(clauses, "judged_until", date_from, agreement.judged_until);
  read_texts(clauses, "documents", agreement.documents);
  read_text(clauses, "review", agreement.review);
  if (const YamlNode* steps = clauses.find_list("life")) {
    for (const auto& step : steps->items) {
      agreement.life.push_back(read_step(step, clauses.faults()));
    }
  }
}

void read_exclusions(Clauses& clauses, Agreement& agreement) {
  if (const YamlNode* node = clauses.find_mapping("exclusion_rules")) {
    Clauses own{*node,
                "exclusion_rules",
                clauses.faults(),
                {.describes = describes<ClauseSection::exclusion_rules>}};
    read_scalar(own, "claim_within", wall_span_from, agreement.exclusion_rules.claim_within);
    read_scalar(own, "answer_within", wall_span_from, agreement.exclusion_rules.answer_within);
    read_word(own, "silence", agreement.exclusion_rules.silence);
    own.refuse_unknown();
  }
  if (const YamlNode* list = clauses.find_list("exclusions")) {
    for (const auto& item : list->items) {
      agreement.exclusions.push_back(read_exclusion(item, clauses.faults()));
    }
  }
}

void read_readings(Clauses& clauses, Agreement& agreement) {
  if (const YamlNode* list = clauses.find_list("agreed_readings")) {
    for (const auto& item : list->items) {
      agreement.agreed_readings.push_back(read_reading(item, clauses.faults()));
    }
  }
  if (const YamlNode* node = clauses.find_mapping("definitions")) {
    for (const auto& entry : node->entries) {
      if (entry.value.kind == YamlKind::scalar) {
        agreement.definitions[entry.key] = entry.value.text;
      } else {
        clauses.add(wrong_shape(entry.value, entry.key, YamlKind::scalar));
      }
    }
  }
  read_matrix(clauses, agreement.matrix);
}

}  // namespace vigie
