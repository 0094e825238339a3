// What a letter tells, and to whom.
#pragma once

#include "engine/time/zone.h"
#include "notation/notice/told_notice.h"
#include "server/delivery/delivery_terms.h"
#include "usecase/notice/parcel.h"

namespace vigie {

/// Its links lead to `address`; empty: it has none.
ToldNotice told_notice(const Letter& letter, const std::string& address);

/// The language of the account, and its zone, or that of the installation, or UTC.
NoticeReader reader_of(const Letter& letter, ZoneSource& zones, const std::string& zone);

}  // namespace vigie
