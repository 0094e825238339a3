#include "usecase/warning/rota_keeping.h"

#include "engine/base/require.h"
#include "engine/base/text.h"
#include "usecase/named_page.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/told_change.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

RotaView view_of(Connection& rows, RotaShelf& rotas, const KeptRow<RotaRow>& kept) {
  RotaView view{.reference = kept.row.reference,
                .version = kept.row.version,
                .name = kept.row.name,
                .zone = kept.row.zone,
                .calendar = kept.row.calendar,
                .is_closed = kept.row.is_closed,
                .on_call = {}};
  if (!kept.row.is_closed) view.on_call = rotas.on_call(kept, clock_of_database(rows));
  return view;
}

/// Sets what is asked for. Refused, in this order: name_malformed, zone_unknown, document_faulty.
std::optional<Refused> set(Connection& rows, RotaRow& row, const RotaParts& parts,
                           const ChangeRota& asked) {
  if (asked.name) {
    const auto name = name_from(*asked.name);
    if (!name) return refused(Refusal::name_malformed);
    row.name = *name;
    row.name_sort = plain_form(*name);
  }
  if (asked.zone) {
    if (parts.shelf.zone(*asked.zone) == nullptr) {
      return refused(Refusal::zone_unknown, {{"zone", *asked.zone}});
    }
    row.zone = *asked.zone;
  }
  if (asked.calendar) row.calendar = *asked.calendar;
  if (asked.zone || asked.calendar) {
    const Instant now = clock_of_database(rows);
    const auto read =
        parts.rotas.reader().read(row.calendar, row.zone, {now, now + std::chrono::days{366}});
    if (!read) return Refused{Refusal::document_faulty, {}, read.error()};
  }
  row.is_closed = asked.is_closed.value_or(row.is_closed);
  return std::nullopt;
}

}  // namespace

Outcome<RotaView> add_rota(Desk& desk, const RotaParts& parts, const AddRota& asked) {
  const auto reference = reference_from(asked.reference);
  if (!reference) return refused(Refusal::reference_malformed, {{"text", asked.reference}});
  RotaRow row{.reference = *reference};
  const ChangeRota told{
      .name = asked.name, .zone = asked.zone, .calendar = asked.calendar, .is_closed = {}};
  if (auto refusal = set(desk.rows(), row, parts, told)) return *std::move(refusal);
  if (kept_by_reference<RotaRow>(desk.rows(), *reference)) {
    return refused(Refusal::reference_taken, {{"reference", *reference}});
  }
  Act& act = desk.open(ActWord::rota_added, Thing::rota, *reference);
  const Key<RotaRow> key = add_kept(desk.rows(), row);
  const RotaView view = view_of(desk.rows(), parts.rotas, {.key = key, .row = row});
  tell_changes<RotaView>(act, nullptr, view);
  return view;
}

Outcome<RotaView> change_rota(Desk& desk, const RotaParts& parts, const Addressed& at,
                              const ChangeRota& asked) {
  const auto kept = kept_by_reference<RotaRow>(desk.rows(), at.reference);
  if (!kept) return refused(Refusal::not_found);
  if (auto refusal = version_refusal(at, kept->row.version)) return *std::move(refusal);
  RotaRow row = kept->row;
  if (auto refusal = set(desk.rows(), row, parts, asked)) return *std::move(refusal);
  const RotaView before = view_of(desk.rows(), parts.rotas, *kept);
  ++row.version;
  Act& act = desk.open(ActWord::rota_changed, Thing::rota, row.reference);
  ensure(change_kept(desk.rows(), kept->key, row), "its version was just read");
  const RotaView after = view_of(desk.rows(), parts.rotas, {.key = kept->key, .row = row});
  tell_changes(act, &before, after);
  return after;
}

Outcome<RotaView> rota(const Look& look, RotaShelf& rotas, std::string_view reference) {
  const auto kept = kept_by_reference<RotaRow>(look.rows, reference);
  if (!kept) return refused(Refusal::not_found);
  return view_of(look.rows, rotas, *kept);
}

Outcome<ListPage<RotaView>> rotas(const Look& look, RotaShelf& shelf, const ListAsked& asked) {
  static constexpr NamedList<RotaRow> list{.name = "rotas",
                                           .sort = [](const RotaRow& row) { return row.name_sort; },
                                           .sort_column = "name_sort",
                                           .columns = {},
                                           .is_shared = true};
  return named_page(look, asked, list,
                    [&](const KeptRow<RotaRow>& kept) { return view_of(look.rows, shelf, kept); });
}

}  // namespace vigie
