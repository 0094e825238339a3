// What must hold of every reading of every page, whatever the page says.
#pragma once

#include <string>
#include <vector>

#include "outcome.h"

namespace vigie::cases {

/// The laws that a judgement of `outcome` breaks, in words; none when all is well.
///   counted + left = promised; a met clock has no breach, a breached one has one between its start
///   and the reading; what was counted was held; times held on the wall clock sum to the whole;
///   the lines of a regularisation sum to its difference.
std::vector<std::string> broken_laws(const Outcome& outcome);

}  // namespace vigie::cases
