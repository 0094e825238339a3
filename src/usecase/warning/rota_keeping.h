// Acts on on-call rotas.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"
#include "usecase/warning/rota.h"

namespace vigie {

struct RotaView {
  std::string reference;
  std::int64_t version = 0;
  std::string name;
  std::string zone;
  std::string calendar;
  bool is_closed = false;
  std::vector<std::string> on_call;
};

template <>
inline constexpr std::string_view title_of<RotaView> = "Rota";
template <>
inline constexpr auto fields_of<RotaView> = std::tuple{
    field("reference", &RotaView::reference, "What the world calls it."),
    field("version", &RotaView::version, "Raised by one by each change."),
    field("name", &RotaView::name, "Shown to people."),
    field("zone", &RotaView::zone, "Of its times that name none."),
    field("calendar", &RotaView::calendar, "As iCalendar."),
    field("is_closed", &RotaView::is_closed, "Nobody is on call by it any more."),
    field("on_call", &RotaView::on_call, "Who is now: addresses, or references of accounts."),
};

struct AddRota {
  std::string reference;
  std::string name;
  std::string zone;
  std::string calendar;
};

inline constexpr std::size_t most_of_calendar = 200'000;  // characters

template <>
inline constexpr std::string_view title_of<AddRota> = "RotaToAdd";
template <>
inline constexpr auto fields_of<AddRota> = std::tuple{
    field("reference", &AddRota::reference,
          "What the world will call it: letters, digits and hyphens.", AtMost{64}),
    field("name", &AddRota::name, "Shown to people.", AtMost{200}),
    field("zone", &AddRota::zone, "IANA name, of times that name none.", AtMost{64}),
    field(
        "calendar", &AddRota::calendar,
        "iCalendar: who is on call is the ATTENDEE of an event, or its SUMMARY: an address, or the "
        "reference of an account.",
        AtMost{most_of_calendar}),
};

struct ChangeRota {
  std::optional<std::string> name;
  std::optional<std::string> zone;
  std::optional<std::string> calendar;
  std::optional<bool> is_closed;
};

template <>
inline constexpr std::string_view title_of<ChangeRota> = "RotaToChange";
template <>
inline constexpr auto fields_of<ChangeRota> = std::tuple{
    field("name", &ChangeRota::name, "Shown to people.", AtMost{200}),
    field("zone", &ChangeRota::zone, "IANA name, of times that name none.", AtMost{64}),
    field("calendar", &ChangeRota::calendar, "iCalendar, in place of the one it has.",
          AtMost{most_of_calendar}),
    field("is_closed", &ChangeRota::is_closed, "Nobody is on call by it any more."),
};

struct RotaParts {
  TermsShelf& shelf;
  RotaShelf& rotas;
};

/// Refused, in this order: reference_malformed, name_malformed, zone_unknown, document_faulty,
/// reference_taken.
Outcome<RotaView> add_rota(Desk& desk, const RotaParts& parts, const AddRota& asked);

/// Refused, in this order: not_found, version_changed, name_malformed, zone_unknown,
/// document_faulty.
Outcome<RotaView> change_rota(Desk& desk, const RotaParts& parts, const Addressed& at,
                              const ChangeRota& asked);

/// Refused: not_found.
Outcome<RotaView> rota(const Look& look, RotaShelf& rotas, std::string_view reference);

/// By name. Refused: parameter_malformed, cursor_unknown.
Outcome<ListPage<RotaView>> rotas(const Look& look, RotaShelf& rotas, const ListAsked& asked);

}  // namespace vigie
