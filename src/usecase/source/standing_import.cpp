#include "usecase/source/standing_import.h"

#include "engine/base/require.h"
#include "store/ticket/ticket.h"

namespace vigie {

namespace {

KeptImport import_of(Connection& rows, Key<ImportRow> key) {
  auto found = import_by_reference(rows, Scope::whole(), reference_of(rows, key));
  ensure(found.has_value(), "an import whose key was read is there");
  return *std::move(found);
}

}  // namespace

Key<ImportRow> add_standing_import(Act& act, const FactSourceRow& source) {
  return add_import_row(act.rows(),
                        {.reference = "imp-" + std::to_string(next_number(act.rows(), "import")),
                         .source = source.reference,
                         .customer = *source.customer,
                         .state = ImportState::published,
                         .profile = source.profile,
                         .blob = {},
                         .effect_act = act.number()});
}

KeptImport standing_import(Act& act, const KeptSource& source) {
  KeptImport kept = import_of(act.rows(), *source.row.import);
  if (kept.row.state == ImportState::published) return kept;
  const Key<ImportRow> made = add_standing_import(act, source.row);
  set_import_of_source(act.rows(), source.key, made);
  return import_of(act.rows(), made);
}

}  // namespace vigie
