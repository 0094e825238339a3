// The import under which a source of tickets keeps what it tells.
#pragma once

#include "store/journal/act.h"
#include "store/source/fact_source.h"

namespace vigie {

/// One that counts from the beginning. `source` has a customer.
Key<ImportRow> add_standing_import(Act& act, const FactSourceRow& source);

/// That of the source; another one, once somebody has withdrawn it: what was withdrawn stays so.
KeptImport standing_import(Act& act, const KeptSource& source);

}  // namespace vigie
