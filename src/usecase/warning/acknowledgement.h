// Somebody answers a notice: nobody further up is told.
#pragma once

#include <string>

#include "engine/base/described.h"
#include "store/notice/notice.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct AcknowledgeNotice {
  std::optional<std::string> why;
};

template <>
inline constexpr std::string_view title_of<AcknowledgeNotice> = "NoticeToAcknowledge";
template <>
inline constexpr auto fields_of<AcknowledgeNotice> = std::tuple{
    field("why", &AcknowledgeNotice::why, "What is done about it; kept with the act.", AtMost{500}),
};

struct AcknowledgedView {
  std::string reference;
  std::int64_t version = 0;
  std::string by;
  Instant at;
};

template <>
inline constexpr std::string_view title_of<AcknowledgedView> = "Acknowledgement";
template <>
inline constexpr auto fields_of<AcknowledgedView> = std::tuple{
    field("reference", &AcknowledgedView::reference, "Of the notice."),
    field("version", &AcknowledgedView::version, "Of the notice."),
    field("by", &AcknowledgedView::by, "Reference of who answered first."),
    field("at", &AcknowledgedView::at, "When."),
};

/// By who was told, or may read what it is about; who answers second learns who was first. Refused:
/// not_found.
Outcome<AcknowledgedView> acknowledge(Desk& desk, const Addressed& at,
                                      const AcknowledgeNotice& asked);

}  // namespace vigie
