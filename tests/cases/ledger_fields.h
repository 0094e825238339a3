// What a case may say of penalties.
#pragma once

#include <vector>

#include "answer.h"

namespace vigie::cases {

/// Whether `key` speaks of money: "ledger 2026-11", "total 2026-11", "line 2026-11 late DEL-7".
bool speaks_of_money(std::string_view key);

/// `ledger PERIOD: {LINE: 2400.00, LINE TICKET: 600.00 held}`, `total PERIOD: {due: ..., held:
/// ...}`, `line PERIOD LINE [TARGET or TICKET]: {amount, computed, state, nature, points, ...}`. An
/// agreement may be named before the period: `ledger uc-alpha 2026-11`.
void answer_money(const YamlEntry& entry, const Outcome& outcome, std::vector<Answer>& answers);

}  // namespace vigie::cases
