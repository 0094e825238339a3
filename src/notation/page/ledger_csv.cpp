#include <fmt/format.h>

#include "notation/page/csv_cell.h"
#include "notation/page/ledger.h"
#include "notation/page/money_text.h"
#include "notation/page/rfc3339.h"

namespace vigie {
namespace {

constexpr std::string_view titles =
    "agreement,version,period,line,kind,target,ticket,nature,state,computed,amount,currency,points,"
    "due_in,provisional,claim_until\n";

}  // namespace

std::string ledger_csv(const LedgerView& view) {
  std::string text{titles};
  for (const auto& line : view.ledger.lines) {
    const auto& agreement = view.terms.agreement(line.agreement);
    const auto target =
        line.commitment ? agreement.commitments[*line.commitment].id : std::string{};
    const auto ticket = line.ticket ? std::string{view.names.text(*line.ticket)} : std::string{};
    text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", csv_cell(agreement.id),
                        agreement.version, csv_cell(line.period), csv_cell(line_id(line, view)),
                        key_of(line.kind), csv_cell(target), csv_cell(ticket), key_of(line.nature),
                        key_of(line.state), plain_amount(line.computed), plain_amount(line.amount),
                        key_of(line.amount.currency), line.points, csv_cell(line.due_in),
                        line.provisional ? "true" : "false",
                        line.claim_until ? rfc3339_date(*line.claim_until) : "");
  }
  return text;
}

}  // namespace vigie
