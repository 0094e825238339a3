// Tickets as a sheet.
#pragma once

#include "server/router/route.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/desk.h"

namespace vigie {

/// GET of all the tickets that a filter leaves, as CSV in the reader's language.
Route ticket_export_route(Installation& here, TermsShelf& shelf);

/// The same as an .xlsx workbook, instants in the zone that is asked for.
Route ticket_workbook_route(Installation& here, TermsShelf& shelf);

}  // namespace vigie
