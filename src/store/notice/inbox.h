// What somebody has been told in the application.
#pragma once

#include <optional>
#include <vector>

#include "store/notice/delivery.h"

namespace vigie {

/// The last ones first, before that key (0: all), at most so many.
std::vector<KeptRow<DeliveryRow>> inbox_before(Connection& rows, Key<AccountRow> account,
                                               std::int64_t before, std::int64_t most,
                                               bool unread_alone);

/// By the reference of the notice; of the highest level that told them. None: they were not told.
std::optional<KeptRow<DeliveryRow>> inbox_entry(Connection& rows, Key<AccountRow> account,
                                                std::string_view notice);

std::int64_t unread_count(Connection& rows, Key<AccountRow> account);

/// Of that notice, or of all; gives how many were unread.
std::int64_t mark_read(Connection& rows, Key<AccountRow> account,
                       std::optional<Key<NoticeRow>> notice);

}  // namespace vigie
