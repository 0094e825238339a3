#include "usecase/warning/escalation_ladder.h"

#include <algorithm>

#include "engine/base/require.h"
#include "engine/base/text.h"
#include "store/identity/account.h"
#include "store/notice/webhook.h"
#include "store/people/team.h"
#include "store/warning/rota.h"
#include "store/warning/rule.h"
#include "usecase/named_page.h"
#include "usecase/told_change.h"
#include "usecase/typed_text.h"
#include "vocabulary/permission.h"

namespace vigie {

namespace {

constexpr std::size_t most_levels = 10;
constexpr std::int64_t latest_minutes = 30 * 24 * 60;

LadderView view_of(Connection& rows, const KeptRow<EscalationLadderRow>& kept) {
  LadderView view{.reference = kept.row.reference,
                  .version = kept.row.version,
                  .name = kept.row.name,
                  .levels = {},
                  .is_closed = kept.row.is_closed};
  for (const EscalationLevelRow& level : levels_of(rows, kept.key)) {
    view.levels.push_back({.after_minutes = level.after / std::chrono::minutes{1},
                           .is_urgent = level.is_urgent,
                           .recipients = {}});
  }
  for (const EscalationRecipientRow& recipient : recipients_of(rows, kept.key)) {
    view.levels[static_cast<std::size_t>(recipient.level) - 1].recipients.push_back(
        {.kind = recipient.kind, .reference = recipient.reference});
  }
  return view;
}

bool are_well_formed(const std::vector<LadderLevelView>& levels) {
  if (levels.empty() || levels.size() > most_levels) return false;
  std::int64_t before = -1;
  for (const LadderLevelView& level : levels) {
    const bool is_later = level.after_minutes > before && level.after_minutes <= latest_minutes;
    if (!is_later || level.recipients.empty()) return false;
    before = level.after_minutes;
  }
  return true;
}

bool is_known(Connection& rows, RecipientKind kind, const std::string& reference) {
  switch (kind) {
    case RecipientKind::account: {
      const auto kept = account_by_reference(rows, Scope::whole(), reference);
      return kept && !kept->row.closed_at;
    }
    case RecipientKind::team:
      return kept_by_reference<TeamRow>(rows, reference).has_value();
    case RecipientKind::rota:
      return kept_by_reference<RotaRow>(rows, reference).has_value();
    case RecipientKind::holder:
      return reference.empty();
    case RecipientKind::role:
      return from_key<UserRole>(reference).has_value();
    case RecipientKind::webhook: {
      const auto kept = kept_by_reference<WebhookRow>(rows, reference);
      return kept && !kept->row.is_closed;
    }
  }
  return false;
}

std::optional<Refused> refusal_of_levels(Connection& rows,
                                         const std::vector<LadderLevelView>& levels) {
  if (!are_well_formed(levels)) {
    return refused(Refusal::ladder_levels_malformed, {{"most", std::to_string(most_levels)}});
  }
  for (const LadderLevelView& level : levels) {
    for (const LadderRecipientView& each : level.recipients) {
      if (is_known(rows, each.kind, each.reference)) continue;
      return refused(Refusal::recipient_unknown,
                     {{"kind", std::string{key_of(each.kind)}}, {"reference", each.reference}});
    }
  }
  return std::nullopt;
}

void keep_levels(Connection& rows, Key<EscalationLadderRow> key,
                 const std::vector<LadderLevelView>& levels) {
  std::vector<EscalationLevelRow> kept;
  std::vector<EscalationRecipientRow> recipients;
  for (const LadderLevelView& level : levels) {
    kept.push_back({.rank = std::ssize(kept) + 1,
                    .after = std::chrono::minutes{level.after_minutes},
                    .is_urgent = level.is_urgent});
    std::int64_t rank = 0;
    for (const LadderRecipientView& each : level.recipients) {
      recipients.push_back({.level = std::ssize(kept),
                            .rank = ++rank,
                            .kind = each.kind,
                            .reference = each.reference});
    }
  }
  set_levels(rows, key, std::move(kept), std::move(recipients));
}

std::string rules_of(Connection& rows, Key<EscalationLadderRow> key) {
  std::string list;
  for (const KeptRow<WarningRuleRow>& rule : open_rules(rows)) {
    if (rule.row.ladder == key) list += (list.empty() ? "" : ", ") + rule.row.reference;
  }
  return list;
}

}  // namespace

Outcome<LadderView> add_ladder(Desk& desk, const AddLadder& asked) {
  const auto reference = reference_from(asked.reference);
  if (!reference) return refused(Refusal::reference_malformed, {{"text", asked.reference}});
  const auto name = name_from(asked.name);
  if (!name) return refused(Refusal::name_malformed);
  if (auto refusal = refusal_of_levels(desk.rows(), asked.levels)) return *std::move(refusal);
  if (kept_by_reference<EscalationLadderRow>(desk.rows(), *reference)) {
    return refused(Refusal::reference_taken, {{"reference", *reference}});
  }
  Act& act = desk.open(ActWord::ladder_added, Thing::escalation_ladder, *reference);
  const EscalationLadderRow row{
      .reference = *reference, .name = *name, .name_sort = plain_form(*name)};
  const Key<EscalationLadderRow> key = add_kept(desk.rows(), row);
  keep_levels(desk.rows(), key, asked.levels);
  const LadderView view = view_of(desk.rows(), {.key = key, .row = row});
  tell_changes<LadderView>(act, nullptr, view);
  return view;
}

Outcome<LadderView> change_ladder(Desk& desk, const Addressed& at, const ChangeLadder& asked) {
  const auto kept = kept_by_reference<EscalationLadderRow>(desk.rows(), at.reference);
  if (!kept) return refused(Refusal::not_found);
  if (auto refusal = version_refusal(at, kept->row.version)) return *std::move(refusal);
  EscalationLadderRow row = kept->row;
  if (asked.name) {
    const auto name = name_from(*asked.name);
    if (!name) return refused(Refusal::name_malformed);
    row.name = *name;
    row.name_sort = plain_form(*name);
  }
  if (asked.levels) {
    if (auto refusal = refusal_of_levels(desk.rows(), *asked.levels)) return *std::move(refusal);
  }
  row.is_closed = asked.is_closed.value_or(row.is_closed);
  if (row.is_closed) {
    const std::string list = rules_of(desk.rows(), kept->key);
    if (!list.empty()) return refused(Refusal::ladder_in_use, {{"list", list}});
  }
  const LadderView before = view_of(desk.rows(), *kept);
  ++row.version;
  Act& act = desk.open(ActWord::ladder_changed, Thing::escalation_ladder, row.reference);
  ensure(change_kept(desk.rows(), kept->key, row), "its version was just read");
  if (asked.levels) keep_levels(desk.rows(), kept->key, *asked.levels);
  const LadderView after = view_of(desk.rows(), {.key = kept->key, .row = row});
  tell_changes(act, &before, after);
  return after;
}

Outcome<LadderView> ladder(const Look& look, std::string_view reference) {
  const auto kept = kept_by_reference<EscalationLadderRow>(look.rows, reference);
  if (!kept) return refused(Refusal::not_found);
  return view_of(look.rows, *kept);
}

Outcome<ListPage<LadderView>> ladders(const Look& look, const ListAsked& asked) {
  static constexpr NamedList<EscalationLadderRow> list{
      .name = "ladders",
      .sort = [](const EscalationLadderRow& row) { return row.name_sort; },
      .sort_column = "name_sort",
      .columns = {},
      .is_shared = true};
  return named_page(look, asked, list, [&](const KeptRow<EscalationLadderRow>& kept) {
    return view_of(look.rows, kept);
  });
}

}  // namespace vigie
